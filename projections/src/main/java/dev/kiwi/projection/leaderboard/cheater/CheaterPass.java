package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the report on the newest capture when there is a new one, or when the settings have changed, and keeps it. One
 * pass at a time; it holds one capture, one board's week and what is found. Blocks for seconds.
 */
public final class CheaterPass {
    /** While the captures of a backfill come faster than this, only the last is worth a pass. */
    public static final Duration CALM = Duration.ofSeconds(2);

    private final Supplier<CheaterSettings> settings;
    private final CheaterReports reports;
    private final PackedCaptures captures;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Kept kept;
    private String written = "";

    public CheaterPass(DataSource dataSource, Supplier<CheaterSettings> settings, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.settings = settings;
        this.reports = new CheaterReports(jdbc, new JsonMapper());
        this.captures = new PackedCaptures(jdbc);
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.clock = clock;
    }

    /** What a week said, and the names of its players, for captures that come soon after. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(
            long anchor,
            String identity,
            CheaterSettings settings,
            long madeAt,
            HistorySignals history,
            @Nullable String[] names) {}

    /** Does what is to be done. @return one line for the administrator */
    public String run() {
        turn.lock();
        try {
            CheaterSettings now = settings.get();
            Optional<PackedCaptures.Newest> newest = captures.newest(CALM);
            String state = state(newest, now);
            if (reports.isOf(state)) {
                return "nothing new";
            }
            if (newest.isPresent() && !newest.get().calm()) {
                return "captures are coming in";
            }
            if (!reports.isStill(written)) {
                // Forgotten, or made anew, perhaps by another node: all of it is wanted anew.
                kept = null;
            }
            CheaterReport report = make(newest, now, state);
            return report.totalFlagged() + " players and " + report.clusters().size() + " clusters flagged";
        } finally {
            turn.unlock();
        }
    }

    /** Makes the report anew, whatever there is. */
    public CheaterReport recompute() {
        turn.lock();
        try {
            kept = null;
            CheaterSettings now = settings.get();
            Optional<PackedCaptures.Newest> newest = captures.newest(Duration.ZERO);
            return make(newest, now, state(newest, now));
        } finally {
            turn.unlock();
        }
    }

    /** Forgets the report, so that the next run makes it anew. @return how many there were */
    public int forget() {
        return reports.forget();
    }

    private static String state(Optional<PackedCaptures.Newest> newest, CheaterSettings settings) {
        return newest.map(PackedCaptures.Newest::state).orElse("empty") + " " + settings;
    }

    private CheaterReport make(Optional<PackedCaptures.Newest> newest, CheaterSettings now, String state) {
        boolean wanted = now.players().enabled() || now.stems().enabled();
        @Nullable Long anchor = newest.map(PackedCaptures.Newest::anchor).orElse(null);
        CheaterReport report =
                anchor == null || !wanted ? CheaterAnalysis.nothing(now, anchor, seconds()) : analyse(anchor, now);
        written = reports.keep(state, report, clock.instant());
        return report;
    }

    private CheaterReport analyse(long anchor, CheaterSettings now) {
        CheaterReport report = snapshot.execute(status -> {
            AnalysedCapture capture = captures.read(anchor);
            Week week = captures.week(capture);
            return CheaterAnalysis.report(now, capture, week, history(now, capture, week), seconds());
        });
        if (report == null) {
            throw new IllegalStateException("The pass has made no report");
        }
        return report;
    }

    private HistorySignals history(CheaterSettings now, AnalysedCapture capture, Week week) {
        Kept before = kept;
        if (before != null
                && before.settings.equals(now)
                && Arrays.binarySearch(week.anchors(), before.anchor) >= 0
                && before.identity.equals(captures.identity(before.anchor))
                && seconds() - before.madeAt < now.movement().recomputeSeconds()) {
            nameThose(before.names, capture.names());
            return before.history;
        }
        HistorySignals history = CheaterAnalysis.history(now, capture, week);
        kept = new Kept(
                capture.anchor(), captures.identity(capture.anchor()), now, seconds(), history, capture.names());
        return history;
    }

    /** Players who were there and are listed no longer. */
    private static void nameThose(@Nullable String[] before, @Nullable String[] names) {
        for (int player = 0; player < Math.min(before.length, names.length); player++) {
            if (names[player] == null) {
                names[player] = before[player];
            }
        }
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
