package dev.kiwi.web.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kiwi.web.audit.HistoryCursorFuzz;
import dev.kiwi.web.http.BodyFuzz;
import dev.kiwi.web.scanning.ReportFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fuzzed reader with the texts it is begun with, what was ever found, and mutations of them. The long run is {@code ./kiwi fuzz}. */
class FuzzSeedsTest {
    private static final Path SEEDS = Path.of("src/test/resources/fuzz");
    private static final int MUTATIONS = 500;

    /** Its name in lower case is the target's on the command line, and the folder of its seeds. */
    enum Target {
        TOKENS(TokenFuzz::fuzzerTestOneInput),
        ADDRESSES(AddressFuzz::fuzzerTestOneInput),
        CURSORS(CursorFuzz::fuzzerTestOneInput),
        HISTORY(HistoryCursorFuzz::fuzzerTestOneInput),
        BODIES(BodyFuzz::fuzzerTestOneInput),
        REPORTS(ReportFuzz::fuzzerTestOneInput);

        private final Reader reader;

        Target(Reader reader) {
            this.reader = reader;
        }

        private Path folder() {
            return SEEDS.resolve(name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(byte[] input);
    }

    private static List<byte[]> seeds(Target target) throws IOException {
        try (Stream<Path> files = Files.list(target.folder())) {
            return files.sorted().map(FuzzSeedsTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySeedAndWhatWasFoundIsReadOrRefused(Target target) throws IOException {
        List<byte[]> seeds = seeds(target);
        assertThat(seeds).isNotEmpty();
        target.reader.read(new byte[0]);
        seeds.forEach(seed -> read(target, seed));
    }

    /** Always the same ones. */
    @ParameterizedTest
    @EnumSource
    void mutationsAreReadOrRefused(Target target) throws IOException {
        List<byte[]> seeds = seeds(target);
        Random random = new Random(4);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = seeds.get(random.nextInt(seeds.size())).clone();
            for (int change = random.nextInt(4); change >= 0 && mutated.length > 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            read(target, mutated);
        }
    }

    private static void read(Target target, byte[] input) {
        assertThatCode(() -> target.reader.read(input))
                .as("%s of %s", target, Arrays.toString(input))
                .doesNotThrowAnyException();
    }

    /** Otherwise nobody would run it for long. */
    @Test
    void theScriptKnowsEveryTarget() throws IOException {
        String script = Files.readString(Path.of("../scripts/fuzz"));
        assertThat(Target.values())
                .allSatisfy(target -> assertThat(script)
                        .containsPattern("(?m)^ *\\[" + target.folder().getFileName() + "]="));
    }
}
