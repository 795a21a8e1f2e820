package dev.kiwi.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept-alive connection with at most one request in flight. */
final class Connection implements AutoCloseable {
    private static final int BUFFER = 1 << 15;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final ResponseParser parser = new ResponseParser();
    private long sentAt;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    static Connection to(URI server) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Connection(channel);
    }

    void register(Selector selector, int number) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, number);
    }

    void send(byte[] request) throws IOException {
        sentAt = System.nanoTime();
        ByteBuffer out = ByteBuffer.wrap(request);
        // A request is far smaller than the socket's buffer, which is empty.
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Reads what is there. @return true when the answer is complete */
    boolean receive() throws IOException {
        in.clear();
        if (channel.read(in) < 0) {
            throw new IOException("The server has closed a connection");
        }
        in.flip();
        return parser.take(in);
    }

    long sentAt() {
        return sentAt;
    }

    void expect(int status) throws IOException {
        if (parser.status() != status) {
            throw new IOException("Expected " + status + ", got " + parser.status());
        }
    }

    int status() {
        return parser.status();
    }

    String bodyBegin() {
        return parser.bodyBegin();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
