package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.Latencies;
import dev.kiwi.bench.load.PacedReader;
import dev.kiwi.bench.load.Requests;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.replay.Rebuild;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The activity computed again from the first capture on while it is read; fails when a read fails. */
final class ActivityReplay {
    private static final String BENCH = "leaderboards";
    private static final String PROJECTION = "activity";
    private static final int READS_PER_SECOND = 20;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final double CAPTURES_PER_SECOND_WANTED = 20;

    private final KiwiClient client;
    private final URI server;
    private final int captures;
    private final Requests reads;

    /**
     * @param client a superuser's session
     * @param captures that are held
     */
    ActivityReplay(KiwiClient client, URI server, int captures) {
        this.client = client;
        this.server = server;
        this.captures = captures;
        this.reads = Requests.fresh(
                server,
                List.of(
                        "/v1/activity/series?period=1m",
                        "/v1/activity/current",
                        "/v1/class-activity/series?period=1m",
                        "/v1/class-activity/current"),
                List.of(""));
    }

    private record Turn(double perSecond, boolean sameRows, double idle, double meanwhile) {}

    List<Figure> measure(BenchOptions options) throws IOException {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < options.runs(); i++) {
            Turn turn = turn();
            System.err.printf(
                    "  replay %d: %.1f captures/s, reads p99 %.1f ms (idle %.1f)%s%n",
                    i, turn.perSecond(), turn.meanwhile(), turn.idle(), turn.sameRows() ? "" : ", OTHER ROWS");
            turns.add(turn);
        }
        return List.of(
                Figure.of(
                        BENCH,
                        "activity_replay",
                        new Samples(turns.stream().map(Turn::perSecond).toList()),
                        "cap/s",
                        "wanted",
                        Samples.one(CAPTURES_PER_SECOND_WANTED)),
                Figure.of(
                        BENCH,
                        "activity_replay_same_rows",
                        Samples.one(turns.stream().filter(Turn::sameRows).count()),
                        "",
                        "replays",
                        Samples.one(turns.size())),
                Figure.of(
                        BENCH,
                        "activity_read_p99_meanwhile",
                        new Samples(turns.stream().map(Turn::meanwhile).toList()),
                        "ms",
                        "idle",
                        new Samples(turns.stream().map(Turn::idle).toList())));
    }

    private Turn turn() throws IOException {
        Latencies idle;
        try (PacedReader reader = PacedReader.start(server, reads, READS_PER_SECOND)) {
            LockSupport.parkNanos(IDLE.toNanos());
            idle = reader.stop();
        }
        try (PacedReader reader = PacedReader.start(server, reads, READS_PER_SECOND)) {
            Rebuild rebuild = Rebuild.run(client, PROJECTION);
            return new Turn(
                    captures / rebuild.seconds(),
                    rebuild.sameRows(),
                    idle.millis(99),
                    reader.stop().millis(99));
        }
    }
}
