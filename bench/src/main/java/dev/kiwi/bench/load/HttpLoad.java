package dev.kiwi.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Kept-alive connections with one request in flight on each, all on the calling thread, so that the generator takes
 * little from what it measures.
 */
public final class HttpLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HttpLoad() {}

    /** @param seconds until the last answer */
    public record Result(double seconds, Latencies latencies) {
        public double perSecond() {
            return latencies.count() / seconds;
        }
    }

    /**
     * Sends for {@code duration}, then waits for what is in flight.
     *
     * @throws IOException when an answer has another status than the expected one, or does not come
     */
    public static Result run(URI server, int connections, Duration duration, Requests requests, int expected)
            throws IOException {
        List<Connection> open = new ArrayList<>();
        Latencies.Recorder latencies = new Latencies.Recorder();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                Connection connection = Connection.to(server);
                open.add(connection);
                connection.register(selector, i);
            }
            long begin = System.nanoTime();
            long deadline = begin + duration.toNanos();
            for (int i = 0; i < connections; i++) {
                open.get(i).send(requests.next(i));
            }
            int inFlight = connections;
            while (inFlight > 0) {
                if (selector.select(PATIENCE.toMillis()) == 0) {
                    throw new IOException("No answer within " + PATIENCE.toSeconds() + " s from " + server);
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    int number = (Integer) key.attachment();
                    Connection connection = open.get(number);
                    if (connection.receive()) {
                        long now = System.nanoTime();
                        latencies.add(now - connection.sentAt());
                        connection.expect(expected);
                        if (now < deadline) {
                            connection.send(requests.next(number));
                        } else {
                            inFlight--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
            return new Result((System.nanoTime() - begin) / 1e9, latencies.latencies());
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }
}
