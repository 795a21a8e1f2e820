package dev.kiwi.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The reference's samples run in each language: the answer is one that the document names, and not that the call is wrong. */
@ExtendWith(WithKiwi.class)
class ReferenceSamplesTest {
    private static final Path RUNNERS = Path.of("src/test/resources/samples").toAbsolutePath();

    private final RunningKiwi kiwi;
    private final String api;

    @TempDir
    private Path folder;

    private Shell shell;

    ReferenceSamplesTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.api = "http://127.0.0.1:" + kiwi.port();
    }

    @BeforeEach
    void reader() throws Exception {
        shell = new Shell(folder, "203.0.113.8", Map.of("KIWI_TOKEN", kiwi.token(kiwi.account()), "KIWI_SESSION", "x"));
    }

    private List<Operation> operations() {
        return Reference.of(kiwi.document())
                .operations()
                // It does not end; a journey listens to it.
                .filter(operation -> !operation.path().equals("/v1/events/stream"))
                .toList();
    }

    private static boolean isRead(Operation operation) {
        return operation.method().equals("GET")
                && (operation.access() == Operation.Access.TOKEN
                        || operation.access() == Operation.Access.TOKEN_OPTIONAL);
    }

    @Test
    void byCurl() throws Exception {
        shell.need("curl");
        List<String> faults = new ArrayList<>();
        int address = 0;
        for (Operation operation :
                operations().stream().filter(ReferenceSamplesTest::isRead).toList()) {
            String call = CallSamples.curl(operation, api)
                    .replaceFirst(
                            "curl -s",
                            "curl -s -o /dev/null -w '%{http_code}' -H 'X-Forwarded-For: 203.0.114." + ++address + "'");
            Shell.Ended ended = shell.run(call);
            if (!ended.isGood() || !List.of("200", "404", "503").contains(ended.output())) {
                faults.add(operation.id() + ": " + call + ended);
            }
        }
        assertThat(address).isGreaterThan(50);
        assertThat(faults).isEmpty();
    }

    @Test
    void byJavaScript() throws Exception {
        shell.need("node");
        runAll("mjs", "node '" + RUNNERS.resolve("run.mjs") + "'", CallSamples::javaScript);
    }

    @Test
    void byPython() throws Exception {
        shell.need("python3");
        runAll("py", "python3 '" + RUNNERS.resolve("run.py") + "'", CallSamples::python);
    }

    /** Reads are sent; what else there is runs as far as its call. */
    private void runAll(String suffix, String runner, BiFunction<Operation, String, String> sample) throws Exception {
        Files.writeString(folder.resolve("LeaderBot.cfg"), "");
        Files.writeString(folder.resolve("GrainusMod.cfg"), "");
        List<Operation> operations = operations();
        for (Operation operation : operations) {
            String name = (isRead(operation) ? "" : "dry-") + operation.id() + "." + suffix;
            Files.writeString(folder.resolve(name), sample.apply(operation, api));
        }
        Shell.Ended ended = shell.run(runner);
        assertThat(ended.output()).as("%s", ended).isEqualTo(operations.size() + "\n");
    }
}
