package dev.kiwi.web.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Cuts a stream of unknown length into tar entries, whose length must be known; always at least one. */
final class Pieces {
    private final TarArchiveOutputStream tar;
    private final String prefix;
    private final int size;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private int number;

    Pieces(TarArchiveOutputStream tar, String prefix, int size) {
        this.tar = tar;
        this.prefix = prefix;
        this.size = size;
    }

    void add(byte[] bytes) throws IOException {
        piece.writeBytes(bytes);
        if (piece.size() >= size) {
            flush();
        }
    }

    void end() throws IOException {
        if (piece.size() > 0 || number == 0) {
            flush();
        }
    }

    private void flush() throws IOException {
        BackupWriter.put(tar, prefix + "%06d".formatted(number++), piece.toByteArray());
        piece.reset();
    }
}
