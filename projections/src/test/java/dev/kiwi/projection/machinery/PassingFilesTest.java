package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** Whose fault it is when a blob that an event names cannot be read. */
class PassingFilesTest {
    @Test
    void aStoreOfFilesThatFailsComesBack() {
        assertThat(PassingFault.isCauseOf(
                        new UncheckedIOException(new FileSystemException("blob", null, "Too many open files"))))
                .isTrue();
    }

    @Test
    void aFileThatIsNotThereOrCutShortIsTheEventsOwnFault() {
        assertThat(PassingFault.isCauseOf(new UncheckedIOException(new NoSuchFileException("blob"))))
                .isFalse();
        assertThat(PassingFault.isCauseOf(new UncheckedIOException(new EOFException("cut"))))
                .isFalse();
    }
}
