package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.leaderboard.LeaderboardEvent.LeaderboardsReset;
import dev.kiwi.projection.activity.CaptureTable.Stored;
import dev.kiwi.projection.activity.WindowTables.Window;
import dev.kiwi.projection.machinery.Foreseeing;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Fills the tables of {@code activity}. At most four captures are in memory at a time, usually two. */
public final class ActivityProjector implements Foreseeing {
    private static final List<String> COUNTED = List.of(
            "capture",
            "board",
            "player",
            "activity_estimate",
            "activity_active",
            "class_activity_estimate",
            "class_roster");

    private static final double HOUR = 3600;

    private final ReadModel model;
    private final CaptureText source;
    private final CapturesAhead ahead;
    private final Supplier<Thresholds> thresholds;
    private final CaptureTable captures;
    private final PlayerNumbers players;
    private final WindowTables windows;
    private final ClassRoster roster;
    private final ActivePlayers.Finder finder = new ActivePlayers.Finder();
    private final ClassCounts.Counter counter = new ClassCounts.Counter();
    private Memory memory = Memory.EMPTY;

    public ActivityProjector(ReadModel model, CaptureText source, Supplier<Thresholds> thresholds) {
        this.model = model;
        this.source = source;
        this.ahead = new CapturesAhead(source);
        this.thresholds = thresholds;
        this.captures = new CaptureTable(model);
        this.players = new PlayerNumbers(model);
        this.windows = new WindowTables(model);
        this.roster = new ClassRoster(model);
    }

    /**
     * What the last event left, so that the next one need not read its neighbour again.
     *
     * @param version of the tables that it belongs to; a rolled back or foreign state does not match
     * @param known numbers of the last capture's players, by spelling
     */
    private record Memory(long version, @Nullable Standings last, Map<String, Integer> known) {
        private static final Memory EMPTY = new Memory(-1, null, Map.of());
    }

    /** The work on one event. */
    private static final class Run {
        private final Memory memory;
        private final long computedAt;
        private int nextPlayer;
        private Map<String, Integer> spellings = Map.of();

        Run(Memory memory, int nextPlayer, long computedAt) {
            this.memory = memory;
            this.nextPlayer = nextPlayer;
            this.computedAt = computedAt;
        }
    }

    @Override
    public void foresee(Object event) {
        if (event instanceof CaptureIngested capture && capture.entries() > 0) {
            ahead.foresee(capture.sha256());
        }
    }

    @EventHandler
    public void on(CaptureIngested event) throws IOException {
        State before = state();
        Memory valid = memory.version() == before.version() ? memory : Memory.EMPTY;
        memory = Memory.EMPTY;
        Run run = new Run(valid, before.nextPlayer(), event.ingestedAt().getEpochSecond());
        Standings here = event.entries() > 0 ? take(event, run) : drop(event.anchor());
        Stored previous = captures.before(event.anchor());
        Stored next = captures.after(event.anchor());
        Standings early = previous == null ? null : standings(previous, run);
        if (here != null) {
            window(early, here, next == null, run);
        }
        if (next != null) {
            boolean newest = captures.after(next.anchor()) == null;
            window(here == null ? early : here, standings(next, run), newest, run);
        } else if (here == null) {
            newestIsNow(early, previous, run);
        }
        State after = new State(before.version() + 1, run.nextPlayer);
        write(after);
        memory = new Memory(after.version(), here, run.spellings);
    }

    private Standings take(CaptureIngested event, Run run) throws IOException {
        captures.put(event.anchor(), event.sha256(), run.computedAt);
        ParsedCapture capture = ahead.take(event.sha256());
        captures.describe(capture.boards());
        Standings here = number(event.anchor(), capture, run);
        run.spellings = HashMap.newHashMap(here.ids().length);
        for (int n = 0; n < here.ids().length; n++) {
            run.spellings.put(capture.name(n), here.ids()[n]);
        }
        return here;
    }

    /** A dump without entries takes away what its anchor held. */
    private @Nullable Standings drop(long anchor) {
        captures.remove(anchor);
        windows.remove(anchor);
        return null;
    }

    /** After the newest capture went, the one before it is the newest. */
    private void newestIsNow(@Nullable Standings newest, @Nullable Stored stored, Run run) throws IOException {
        if (newest == null || stored == null) {
            roster.clear();
        } else {
            Stored before = captures.before(stored.anchor());
            roster.replace(before == null ? null : standings(before, run), newest);
        }
    }

    /** @param newest whether the late end is the newest capture */
    private void window(@Nullable Standings early, Standings late, boolean newest, Run run) {
        windows.remove(late.anchor());
        if (early != null) {
            double hours = (late.anchor() - early.anchor()) / HOUR;
            if (!captures.gapRule(late.anchor()).isGap(hours)) {
                measure(new Window(early.anchor(), late.anchor(), hours, run.computedAt), early, late);
            }
        }
        if (newest) {
            roster.replace(early, late);
        }
    }

    private void measure(Window window, Standings early, Standings late) {
        windows.write(window, finder.between(early, late), newest());
        ClassCounts counts = counter.between(early, late, thresholds.get());
        if (!counts.isEmpty()) {
            windows.write(window, counts);
        }
    }

    private long newest() {
        return model.jdbc()
                .sql("select max(anchor) from capture")
                .query(Long.class)
                .single();
    }

    private Standings standings(Stored stored, Run run) throws IOException {
        Standings last = run.memory.last();
        return last != null && last.anchor() == stored.anchor()
                ? last
                : number(stored.anchor(), source.read(stored.sha256()), run);
    }

    private Standings number(long anchor, ParsedCapture capture, Run run) {
        PlayerNumbers.Numbered numbered = players.number(capture, run.memory.known(), run.nextPlayer);
        run.nextPlayer = numbered.nextId();
        return Standings.of(anchor, capture, numbered.ids());
    }

    @EventHandler
    public void on(LeaderboardsReset event) {
        State before = state();
        memory = Memory.EMPTY;
        // Truncating would wait for whoever reads several tables at one moment, and would empty them under that reader.
        COUNTED.forEach(table -> model.jdbc().sql("delete from " + table).update());
        write(new State(before.version() + 1, 0));
    }

    /**
     * @param version counts the changes
     * @param nextPlayer first free number of a player
     */
    private record State(long version, int nextPlayer) {}

    private State state() {
        return model.jdbc()
                .sql("select version, next_player from state")
                .query((row, number) -> new State(row.getLong(1), row.getInt(2)))
                .single();
    }

    private void write(State state) {
        model.jdbc()
                .sql("update state set version = ?, next_player = ?")
                .params(state.version(), state.nextPlayer())
                .update();
    }
}
