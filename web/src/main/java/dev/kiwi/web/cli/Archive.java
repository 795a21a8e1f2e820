package dev.kiwi.web.cli;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The layout of a backup, a tar compressed with zstd: {@code format}, {@code seals.log}, {@code secrets/*}, {@code
 * events/TABLE/NNNNNN} (pieces of {@code COPY ... TO STDOUT}, to be read one after the other), {@code blobs/*}, and
 * last {@code complete}, so that a cut-off file is told apart.
 */
final class Archive {
    static final String FORMAT = "kiwi-backup-1";
    static final String COMPLETE = "complete";

    private Archive() {}

    static TarArchiveOutputStream write(Path file) throws IOException {
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        return tar;
    }

    static TarArchiveInputStream read(Path file) throws IOException {
        return new TarArchiveInputStream(new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file))));
    }
}
