package dev.kiwi.web.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs what the documentation shows, as a reader's shell does. */
final class Shell {
    private static final int LONGEST_SECONDS = 60;

    private final Path folder;
    private final Map<String, String> variables;

    /** @param folder to work in; @param address that calls come from, for limits of the tests' own */
    Shell(Path folder, String address, Map<String, String> variables) throws IOException {
        this.folder = folder;
        this.variables = new HashMap<>(variables);
        this.variables.put("CURL_HOME", folder.toString());
        Files.writeString(folder.resolve(".curlrc"), "header = \"X-Forwarded-For: " + address + "\"\n");
    }

    record Ended(int status, String output, String errors) {
        boolean isGood() {
            return status == 0;
        }

        String lastLine() {
            return output.lines().reduce((first, second) -> second).orElse("");
        }
    }

    /** A sample needs it, so whoever runs the tests does. */
    void need(String... tools) throws IOException, InterruptedException {
        for (String tool : tools) {
            assertThat(run("command -v " + tool).isGood())
                    .as("%s is needed to run the documentation's samples; install it", tool)
                    .isTrue();
        }
    }

    Ended run(String script) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        bash.environment().putAll(variables);
        Process process = bash.start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Ended(-1, read(out), "not done after " + LONGEST_SECONDS + " s\n" + read(err));
        }
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }
}
