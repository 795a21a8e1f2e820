package dev.kiwi.web.guide;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The documentation's samples work: each is run against the application, as it stands on its page. */
@ExtendWith(WithKiwi.class)
class SamplesTest {
    private static final Path GUIDE = Path.of("../site/src/main/resources/face/guide");
    /** {@code ```sh run} or {@code ```sh run prints=404}. */
    private static final Pattern RUNNABLE = Pattern.compile("(?ms)^```sh run(?: prints=(\\S+))?\\n(.*?)^```$");

    private final RunningKiwi kiwi;

    SamplesTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    /** @param prints the last line of its output; empty for whatever */
    private record Sample(String name, String prints, String script) {}

    private static List<Sample> samples() throws IOException {
        List<Sample> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(GUIDE)) {
            for (Path file : files.sorted().toList()) {
                RUNNABLE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> all.add(new Sample(
                                file.getFileName() + " "
                                        + found.group(2).lines().findFirst().orElse(""),
                                found.group(1) == null ? "" : found.group(1),
                                found.group(2))));
            }
        }
        return all;
    }

    private Shell shell(Path folder) throws Exception {
        Account reader = kiwi.account();
        String bot = kiwi.token(kiwi.superuser());
        json(
                Dumps.post(
                        kiwi.with(bot),
                        "?sync=true&timestamp=" + Dumps.anchor(0, 0),
                        Dumps.board(7100, "SAMPLES", "1;Mira;912|2;Old Tom;880.5")),
                200);
        Shell shell = new Shell(
                folder,
                "203.0.113.7",
                Map.of(
                        "api", "http://127.0.0.1:" + kiwi.port(),
                        "token", kiwi.token(reader),
                        // The cooldown of the token that has just filed a dump is not the sample's.
                        "bot", kiwi.token(kiwi.superuser()),
                        "email", reader.email(),
                        "password", RunningKiwi.PASSWORD));
        for (String tool : List.of("curl", "jq", "openssl")) {
            assertThat(shell.run("command -v " + tool).isGood())
                    .as("%s is needed to run the documentation's samples; install it", tool)
                    .isTrue();
        }
        return shell;
    }

    @Test
    void eachWorks(@TempDir Path folder) throws Exception {
        Shell shell = shell(folder);
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(15);
        List<String> faults = new ArrayList<>();
        for (Sample sample : samples) {
            Shell.Ended ended = shell.run(sample.script());
            boolean asSaid = sample.prints().isEmpty() || ended.lastLine().equals(sample.prints());
            if (!ended.isGood() || !asSaid || ended.output().isBlank()) {
                faults.add(sample.name() + ": " + ended);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Every chapter that tells programmers how to call has a sample that runs. */
    @Test
    void everyChapterForProgrammersHasOne() throws IOException {
        Contents contents = Contents.read(name -> read(GUIDE.resolve(name)));
        assertThat(contents.chapters().stream()
                        .filter(chapter -> chapter.group().equals("Start")
                                || chapter.group().equals("Build"))
                        .filter(chapter -> !RUNNABLE.matcher(chapter.text()).find())
                        .map(Chapter::name))
                // A table that is made of the document.
                .containsExactly("endpoints");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the reference: the answer is one that the document names, and not that the call is wrong. */
    @Test
    void theReferencesReadsAreGoodCalls(@TempDir Path folder) throws Exception {
        Shell shell =
                new Shell(folder, "203.0.113.8", Map.of("KIWI_TOKEN", kiwi.token(kiwi.account()), "KIWI_SESSION", "x"));
        List<String> faults = new ArrayList<>();
        int address = 0;
        for (Operation operation : Reference.of(kiwi.document()).operations().toList()) {
            boolean forTokens = operation.access() == Operation.Access.TOKEN
                    || operation.access() == Operation.Access.TOKEN_OPTIONAL;
            if (operation.method().equals("GET")
                    && forTokens
                    && !operation.path().equals("/v1/events/stream")) {
                String call = CallSamples.curl(operation, "http://127.0.0.1:" + kiwi.port())
                        .replaceFirst(
                                "curl -s",
                                "curl -s -o /dev/null -w '%{http_code}' -H 'X-Forwarded-For: 203.0.114." + ++address
                                        + "'");
                Shell.Ended ended = shell.run(call);
                if (!ended.isGood() || !List.of("200", "404", "503").contains(ended.output())) {
                    faults.add(operation.id() + ": " + call + ended);
                }
            }
        }
        assertThat(address).isGreaterThan(50);
        assertThat(faults).isEmpty();
    }
}
