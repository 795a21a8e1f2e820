package dev.kiwi.command.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DumpIntakeTest {
    private static final String DUMP = "Id$Cat$7001 = WOLVES$STATS##1;Mira;912|2;Tom;880.5\n";

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final DumpIntake intake = new DumpIntake(blobs, 1);

    private static void write(DumpIntake.Upload upload, String text) throws IOException {
        // One byte at a time: pieces end anywhere.
        for (byte b : text.getBytes(UTF_8)) {
            upload.write(ByteBuffer.wrap(new byte[] {b}));
        }
    }

    @Test
    void storesAndParsesADump() throws IOException {
        try (DumpIntake.Upload upload = intake.begin()) {
            write(upload, DUMP);
            Dump dump = upload.finish();
            assertThat(dump.bytes()).isEqualTo(DUMP.length());
            assertThat(dump.capture().entries()).isEqualTo(2);
            assertThat(blobs.open(dump.sha256()).readAllBytes()).isEqualTo(DUMP.getBytes(UTF_8));
        }
    }

    @Test
    void refusesAnEmptyUpload() throws IOException {
        try (DumpIntake.Upload upload = intake.begin()) {
            assertThatThrownBy(upload::finish)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST));
        }
    }

    @Test
    void aSecondDumpWaitsForTheFirstAndAThirdIsSentAway() throws Exception {
        try (DumpIntake.Upload first = intake.begin();
                DumpIntake.Upload second = intake.begin()) {
            assertThatThrownBy(intake::begin).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
                assertThat(refusal.details()).isEqualTo(Map.of("retry_after", 10));
            });
            write(second, DUMP);
            CompletableFuture<Dump> waiting = CompletableFuture.supplyAsync(() -> finish(second));
            write(first, DUMP);
            assertThat(first.finish().capture().entries()).isEqualTo(2);
            assertThat(waiting).isNotDone();
            first.close();
            Awaitility.await().untilAsserted(() -> assertThat(waiting).isCompleted());
            assertThat(waiting.join().capture().entries()).isEqualTo(2);
        }
        intake.begin().close();
    }

    @Test
    void anAbandonedUploadLeavesNoBlobAndGivesItsPlaceBack() throws IOException {
        for (int i = 0; i < 5; i++) {
            DumpIntake.Upload upload = intake.begin();
            write(upload, DUMP);
            upload.close();
            upload.close();
        }
        assertThat(blobs.names()).isEmpty();
        try (DumpIntake.Upload upload = intake.begin()) {
            write(upload, DUMP);
            assertThat(upload.finish().capture().entries()).isEqualTo(2);
        }
    }

    private static Dump finish(DumpIntake.Upload upload) {
        try {
            return upload.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
