package dev.kiwi.web.demo;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.leaderboard.GetTimestamps;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.leaderboard.CaptureHandoff;
import dev.kiwi.command.leaderboard.Dump;
import dev.kiwi.command.leaderboard.DumpIntake;
import dev.kiwi.command.leaderboard.Epoch;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/**
 * A believable history of hourly captures and of all else that pages show, filed by the same commands as a bot's. An
 * anchor that is there already is left alone, so a second run only adds the hours since the first.
 */
@Component
public class DemoData {
    private static final long HOUR = 3_600;
    private static final long MINUTES_PAST = 300;
    private static final int BOARDS = 88;
    private static final int ENTRIES = 500;
    private static final long SEED = 1;

    private final DumpIntake intake;
    private final CaptureHandoff handoff;
    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final Epoch epoch;
    private final List<DemoPart> parts;
    private final Clock clock;

    DemoData(
            DumpIntake intake,
            CaptureHandoff handoff,
            CommandDispatcher commands,
            QueryDispatcher queries,
            Epoch epoch,
            List<DemoPart> parts,
            Clock clock) {
        this.intake = intake;
        this.handoff = handoff;
        this.commands = commands;
        this.queries = queries;
        this.epoch = epoch;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    /**
     * Files what is missing, oldest first; blocks until the last event is durable.
     *
     * @param history how far it reaches back
     * @param progress told the captures filed and those to file, after each
     * @return how many captures were filed
     */
    public int load(Duration history, BiConsumer<Integer, Integer> progress) throws IOException {
        for (DemoPart part : parts) {
            part.load(clock.instant(), history);
        }
        return captures(history, progress);
    }

    /** As {@link #load}, but of the leaderboards alone. */
    public int captures(Duration history, BiConsumer<Integer, Integer> progress) throws IOException {
        List<Long> missing = missing(history);
        long resets = epoch.current();
        for (int i = 0; i < missing.size(); i++) {
            file(missing.get(i), resets);
            progress.accept(i + 1, missing.size());
        }
        return missing.size();
    }

    private List<Long> missing(Duration history) {
        long last = Math.floorDiv(clock.instant().getEpochSecond() - MINUTES_PAST, HOUR) * HOUR + MINUTES_PAST;
        Set<Long> there =
                new HashSet<>(queries.query(new GetTimestamps(Integer.MAX_VALUE), GetTimestamps.Timestamps.class)
                        .join()
                        .items());
        return LongStream.rangeClosed(-history.toHours() + 1, 0)
                .map(hour -> last + hour * HOUR)
                .filter(anchor -> !there.contains(anchor))
                .boxed()
                .toList();
    }

    private void file(long anchor, long resets) throws IOException {
        try (DumpIntake.Upload upload = intake.begin()) {
            new DumpGenerator(BOARDS, ENTRIES, SEED, anchor).write(0, new UploadStream(upload));
            Dump dump = upload.finish();
            handoff.offer(dump.sha256(), dump.capture());
            IngestCapture command = IngestCapture.of(
                    resets,
                    anchor,
                    dump.sha256(),
                    dump.bytes(),
                    dump.capture().boards().size(),
                    dump.capture().entries(),
                    "demo",
                    true);
            commands.dispatch(command, CommandContext.system("demo")).join();
        }
    }
}
