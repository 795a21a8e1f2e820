package dev.kiwi.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of many kinds over kept-alive connections, all on the calling thread. When they are paced, times count from when
 * a call was due, so that a stall is felt by every call that it delays. A wrong answer, or none, is counted and the load
 * goes on.
 */
public final class MixedLoad implements AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long GLANCE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final URI server;
    private final Supplier<Call> calls;
    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Lane> free = new ArrayDeque<>();
    private Latencies.Recorder latencies = new Latencies.Recorder();
    private Map<String, Integer> errors = new TreeMap<>();

    private MixedLoad(URI server, Supplier<Call> calls, Selector selector) {
        this.server = server;
        this.calls = calls;
        this.selector = selector;
    }

    /** Opens the connections, which stay open from run to run. */
    public static MixedLoad over(URI server, int connections, Supplier<Call> calls) throws IOException {
        MixedLoad load = new MixedLoad(server, calls, Selector.open());
        for (int i = 0; i < connections; i++) {
            Lane lane = new Lane(i, load.connect(i));
            load.lanes.add(lane);
            load.free.add(lane);
        }
        return load;
    }

    /**
     * @param seconds until the last answer
     * @param latencies of the calls that were answered as expected
     * @param errors how often each thing went wrong
     */
    public record Result(double seconds, Latencies latencies, Map<String, Integer> errors) {
        public double perSecond() {
            return latencies.count() / seconds;
        }

        public int errorCount() {
            return errors.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** When calls are due, in nanoseconds since the begin. */
    @FunctionalInterface
    private interface Schedule {
        /** The time of the next call; {@link #NEVER} when there are no more. */
        long due(long begun, long now);
    }

    /** The next call as soon as one is answered, until the time is over. */
    public Result flatOut(Duration duration) throws IOException {
        return run((_, now) -> now < duration.toNanos() ? now : NEVER);
    }

    /** Calls at even distances, however long their answers take; ends when all of them are answered. */
    public Result paced(double perSecond, Duration duration) throws IOException {
        double distance = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long count = Math.round(duration.toNanos() / distance);
        return run((begun, _) -> begun < count ? Math.round(begun * distance) : NEVER);
    }

    private Result run(Schedule schedule) throws IOException {
        latencies = new Latencies.Recorder();
        errors = new TreeMap<>();
        long begin = System.nanoTime();
        long begun = 0;
        while (true) {
            long now = System.nanoTime() - begin;
            long due = schedule.due(begun, now);
            while (due <= now && !free.isEmpty()) {
                begin(free.removeFirst(), begin + due);
                begun++;
                due = schedule.due(begun, now);
            }
            if (due == NEVER && free.size() == lanes.size()) {
                return new Result((System.nanoTime() - begin) / 1e9, latencies.latencies(), Map.copyOf(errors));
            }
            await(free.isEmpty() || due == NEVER ? GLANCE_NANOS : Math.min(due - now, GLANCE_NANOS));
        }
    }

    private void begin(Lane lane, long due) throws IOException {
        Call call = calls.get();
        lane.call = call;
        lane.due = due;
        try {
            lane.connection.send(call.request());
        } catch (IOException e) {
            fail(lane, e.toString());
        }
    }

    private void await(long nanos) throws IOException {
        // The selector knows whole milliseconds; to spin for less would take a core from what is measured.
        selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        for (SelectionKey key : selector.selectedKeys()) {
            receive(lanes.get((Integer) key.attachment()));
        }
        selector.selectedKeys().clear();
        long now = System.nanoTime();
        for (Lane lane : lanes) {
            if (lane.call != null && now - lane.connection.sentAt() > PATIENCE_NANOS) {
                fail(lane, "no answer within " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s");
            }
        }
    }

    private void receive(Lane lane) throws IOException {
        try {
            if (lane.connection.receive()) {
                finish(lane);
            }
        } catch (IOException e) {
            fail(lane, e.toString());
        }
    }

    private void finish(Lane lane) throws IOException {
        Call call = lane.call;
        if (call == null) {
            throw new IOException("an answer that nobody has asked for");
        }
        if (lane.connection.status() == call.expected()) {
            latencies.add(System.nanoTime() - lane.due);
            call.answered().accept(lane.connection.bodyBegin());
        } else {
            count(call, lane.connection.status() + " " + lane.connection.bodyBegin());
        }
        release(lane);
    }

    /** A connection that is closed while nothing is asked of it is no error. */
    private void fail(Lane lane, String reason) throws IOException {
        lane.connection.close();
        lane.connection = connect(lane.number);
        if (lane.call != null) {
            count(lane.call, reason);
            release(lane);
        }
    }

    private void release(Lane lane) {
        lane.call = null;
        free.addLast(lane);
    }

    private void count(Call call, String reason) {
        errors.merge(call.name() + ": " + reason, 1, Integer::sum);
    }

    private Connection connect(int number) throws IOException {
        Connection connection = Connection.to(server);
        connection.register(selector, number);
        return connection;
    }

    @Override
    public void close() throws IOException {
        for (Lane lane : lanes) {
            lane.connection.close();
        }
        selector.close();
    }

    /** A connection and what is asked on it. */
    private static final class Lane {
        private final int number;
        private Connection connection;
        private @Nullable Call call;
        private long due;

        private Lane(int number, Connection connection) {
            this.number = number;
            this.connection = connection;
        }
    }
}
