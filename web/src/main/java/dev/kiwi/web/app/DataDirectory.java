package dev.kiwi.web.app;

import java.nio.file.Path;

/** Where this process keeps what is its own. */
final class DataDirectory {
    private DataDirectory() {}

    static Path of(Settings settings) {
        return Path.of(settings.text("KIWI_DATA")).toAbsolutePath().normalize();
    }
}
