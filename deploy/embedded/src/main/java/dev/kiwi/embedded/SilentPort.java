package dev.kiwi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of this machine where every connection is refused, for tests of servers that are away. It is bound and does
 * not listen, so until {@link #close()} nobody else is given it, as can happen to a port that was only looked up.
 */
public final class SilentPort implements AutoCloseable {
    private final Socket bound = new Socket();

    public SilentPort() {
        try {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return bound.getLocalPort();
    }

    /** @return {@code http://127.0.0.1:<port>} */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
