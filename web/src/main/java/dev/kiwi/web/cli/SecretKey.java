package dev.kiwi.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The root secret of a data directory: SECRET_KEY, else what the first start has made. */
final class SecretKey {
    private SecretKey() {}

    static String of(Invocation invocation) {
        String given = invocation.environment().get("SECRET_KEY");
        if (given != null && !given.isBlank()) {
            return given;
        }
        Path file = invocation.data().resolve("secrets/secret_key");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure("Cannot read the secret key: SECRET_KEY is not set and " + file + " is not readable", e);
        }
    }
}
