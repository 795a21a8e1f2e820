package dev.kiwi.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** This node's name; kept over restarts, so that a killed node need not wait until its own claims run out. */
final class NodeSettings {
    private NodeSettings() {}

    static String nodeId(Settings settings) {
        Path file = DataDirectory.of(settings).resolve("run/node_id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
