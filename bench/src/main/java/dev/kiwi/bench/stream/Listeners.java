package dev.kiwi.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many connections of the stream, held by one selector: they take everything at once and keep only a message's end. */
final class Listeners implements AutoCloseable {
    /** Connected in waves, so that the server's queue of new connections never overflows. */
    private static final int WAVE = 250;

    private static final long SELECT_MS = 1_000;
    private static final String READY = "event: ready";

    private final Selector selector;
    private final Deque<SocketChannel> channels = new ArrayDeque<>();
    private final Map<SelectionKey, String> tails = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);

    private Listeners(Selector selector) {
        this.selector = selector;
    }

    /** Returns when each has got its snapshot. */
    static Listeners open(URI server, int count, Duration atMost) throws IOException {
        Listeners listeners = new Listeners(Selector.open());
        ByteBuffer request = ByteBuffer.wrap(("GET /v1/events/stream HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int opened = 0; opened < count; opened += WAVE) {
            int wave = Math.min(WAVE, count - opened);
            for (int n = 0; n < wave; n++) {
                listeners.connect(server, request.duplicate());
            }
            listeners.await(READY, wave, atMost);
        }
        return listeners;
    }

    private void connect(URI server, ByteBuffer request) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        while (request.hasRemaining()) {
            channel.write(request);
        }
        channel.configureBlocking(false);
        tails.put(channel.register(selector, SelectionKey.OP_READ), "");
        channels.add(channel);
    }

    /**
     * Reads until so many connections have got a text that they had not got before.
     *
     * @return when each of them had it, in the order of arrival, by {@link System#nanoTime()}
     */
    List<Long> await(String text, int count, Duration atMost) throws IOException {
        List<Long> arrivals = new ArrayList<>(count);
        long end = System.nanoTime() + atMost.toNanos();
        while (arrivals.size() < count) {
            if (System.nanoTime() > end) {
                throw new IOException(arrivals.size() + " of " + count + " connections got " + text + " in time");
            }
            selector.select(key -> read(key, text, arrivals), SELECT_MS);
        }
        return arrivals;
    }

    private void read(SelectionKey key, String text, List<Long> arrivals) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IllegalStateException("the server has closed a connection");
            }
            buffer.flip();
            String all = tails.get(key) + StandardCharsets.UTF_8.decode(buffer);
            int found = all.indexOf(text);
            if (found >= 0) {
                arrivals.add(System.nanoTime());
            }
            // What was found is not found again; what has only begun is found with its rest.
            String rest = found >= 0 ? all.substring(found + text.length()) : all;
            tails.put(key, rest.substring(Math.max(0, rest.length() - text.length() + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends connections as the end of a killed process does. */
    void kill(int count) throws IOException {
        for (int n = 0; n < count; n++) {
            SocketChannel channel = channels.removeFirst();
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        // A channel that a selector knows is closed only when that one looks next.
        selector.selectNow();
    }

    @Override
    public void close() throws IOException {
        kill(channels.size());
        selector.close();
    }
}
