package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files one dump of the backlog. It has time: where a bot would be told to come back, it waits. Blocks. */
final class BacklogFiling {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogFiling.class);

    private final DumpIntake intake;
    private final CaptureHandoff handoff;
    private final Epoch epoch;
    private final CommandDispatcher commands;
    private final FiledRows rows;
    private final Clock clock;
    private final Duration pause;

    /** @param pause before what was busy is asked again */
    BacklogFiling(
            DumpIntake intake,
            CaptureHandoff handoff,
            Epoch epoch,
            CommandDispatcher commands,
            FiledRows rows,
            Clock clock,
            Duration pause) {
        this.intake = intake;
        this.handoff = handoff;
        this.epoch = epoch;
        this.commands = commands;
        this.rows = rows;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * @return position of the event
     * @throws IOException when the file cannot be read, holds no board or lies in the future
     */
    long file(BacklogFile file, CommandContext context) throws IOException {
        OptionalLong anchor = Anchor.normalize(file.anchor(), clock.instant().getEpochSecond(), true);
        if (anchor.isEmpty()) {
            throw new IOException("lies in the future");
        }
        try (InputStream text = file.open();
                DumpIntake.Upload upload = intake.await()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                upload.write(ByteBuffer.wrap(buffer, 0, read));
            }
            Dump dump = upload.finish();
            if (dump.capture().boards().isEmpty()) {
                throw new IOException("holds no board");
            }
            handoff.offer(dump.sha256(), dump.capture());
            IngestCapture command = command(anchor.getAsLong(), dump);
            long position = send(command, context);
            rows.count(command);
            return position;
        }
    }

    private IngestCapture command(long anchor, Dump dump) {
        return IngestCapture.of(
                epoch.current(),
                anchor,
                dump.sha256(),
                dump.bytes(),
                dump.capture().boards().size(),
                dump.capture().entries(),
                IngestCapture.BACKLOG,
                true);
    }

    /** @return position of the last event; a command that is refused because too many wait is sent again */
    long send(Object command, CommandContext context) {
        while (true) {
            try {
                return commands.dispatch(command, context).join().position();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof Refusal refusal) || refusal.code() != ErrorCode.SERVICE_UNAVAILABLE) {
                    throw e;
                }
                LOG.info("Filing the backlog again waits: {}", refusal.getMessage());
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }
}
