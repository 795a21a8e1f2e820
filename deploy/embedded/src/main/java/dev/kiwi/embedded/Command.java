package dev.kiwi.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a short program of a store to its end. */
final class Command {
    private Command() {}

    /** @throws StoreException with the program's output when it fails or takes longer than two minutes */
    static void run(Path directory, Map<String, String> environment, List<String> words) {
        String name = words.get(0);
        try {
            Path output = Files.createTempFile("kiwi-", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(words)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(2, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new StoreException(name + " did not end within two minutes");
                }
                if (process.exitValue() != 0) {
                    throw new StoreException(name + " ended with status " + process.exitValue() + ": "
                            + Files.readString(output, StandardCharsets.UTF_8).strip());
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new StoreException("Cannot run " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while running " + name, e);
        }
    }
}
