package dev.kiwi.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A figure of a JVM with other options than {@code ./kiwi up} gives it would be of another Kiwi. */
class JvmOptionsTest {
    private static final Pattern LIST = Pattern.compile("(?m)^readonly (\\w+)=\\((.*)\\)$");
    private static final Pattern OTHER_LIST = Pattern.compile("\"\\$\\{(\\w+)\\[@]}\"");

    private final Map<String, String> lists;

    JvmOptionsTest() throws IOException {
        this.lists = LIST.matcher(Files.readString(Path.of("../kiwi")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private Stream<String> options(String list) {
        return Stream.of(lists.get(list).split(" ")).flatMap(word -> {
            var other = OTHER_LIST.matcher(word);
            return other.matches() ? options(other.group(1)) : Stream.of(word);
        });
    }

    @Test
    void theBenchmarksStartTheJvmAsTheScriptDoes() {
        List<String> java = KiwiProcess.java();
        assertThat(java.getFirst()).endsWith("bin/java");
        assertThat(java.subList(1, java.size()))
                .containsExactlyElementsOf(options("service_jvm").toList())
                .contains("-Xmx1g");
    }
}
