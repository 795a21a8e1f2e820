package dev.kiwi.command.eventstore.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The append-only copy of the seals, outside of the database; one line each. */
public final class SealFile {
    private final Path path;

    public SealFile(Path path) {
        this.path = path;
    }

    /** Adds a seal and waits until it is on disk. */
    void append(Seal seal) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer line = StandardCharsets.UTF_8.encode(seal.toLine() + "\n");
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
        }
    }

    /** All seals in the order of the file; a last line that a crash cut off is left out. */
    List<Seal> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        String text = Files.readString(path, StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        try (Stream<String> lines = whole.lines()) {
            return lines.map(Seal::parse).toList();
        }
    }
}
