package dev.kiwi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that says what shows something names a test that is there: its class, and its method as far as it is written. */
class NamedTestsExistTest {
    private static final Path ROOT = Path.of("..");
    /** {@code RefreshTest}, {@code RefreshTest.aLogoutEndsTheSession}, {@code RefreshTest.aLogout…} or {@code …aLogout…}. */
    private static final Pattern NAMED =
            Pattern.compile("`(?:(?<class>[A-Z]\\w*Test)(?:\\.(?<method>\\w+))?|…(?<tail>[a-z]\\w+))(?<more>…)?`");

    private static final Pattern METHOD = Pattern.compile("void ([a-z]\\w*)\\(");

    private final Map<String, Set<String>> tests = tests();

    @Test
    void everyTestThatAPageNamesIsThere() throws IOException {
        List<String> missing;
        try (Stream<Path> pages = pages()) {
            missing = pages.flatMap(this::missing).toList();
        }
        assertThat(missing).isEmpty();
        assertThat(tests).hasSizeGreaterThan(100);
    }

    /** Otherwise the above could not fail. */
    @Test
    void aTestThatIsNotThereIsFound() {
        assertThat(missing("`NamedTestsExistTest`, `NamedTestsExistTest.aTestThat…`, `…everyTestThatAPage…`"))
                .isEmpty();
        assertThat(missing(
                        "`NoSuchTest`, `NamedTestsExistTest.aTestThat`, `NamedTestsExistTest.no…`, `…noSuchMethod…`"))
                .hasSize(4);
    }

    private static Stream<Path> pages() throws IOException {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(ROOT::resolve),
                Files.walk(ROOT.resolve("docs")).filter(file -> file.toString().endsWith(".md")));
    }

    private Stream<String> missing(Path page) {
        return missing(read(page)).stream().map(name -> page.getFileName() + ": " + name);
    }

    private List<String> missing(String text) {
        return NAMED.matcher(text)
                .results()
                .filter(named -> !isThere(named))
                .map(MatchResult::group)
                .toList();
    }

    private boolean isThere(MatchResult named) {
        String type = named.group("class");
        String method = type == null ? named.group("tail") : named.group("method");
        Stream<String> methods = type == null
                ? tests.values().stream().flatMap(Collection::stream)
                : tests.getOrDefault(type, Set.of()).stream();
        if (method == null) {
            return tests.containsKey(type);
        }
        boolean begun = named.group("more") != null;
        return methods.anyMatch(name -> begun ? name.startsWith(method) : name.equals(method));
    }

    /** The methods of each test class, of all classes that share a name. */
    private static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new HashMap<>();
        try (Stream<Path> modules = Files.walk(ROOT, 2)) {
            modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(NamedTestsExistTest::sources)
                    .forEach(file -> tests.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), name -> new HashSet<>())
                            .addAll(METHOD.matcher(read(file))
                                    .results()
                                    .map(found -> found.group(1))
                                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tests;
    }

    private static Stream<Path> sources(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith("Test.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
