package dev.kiwi.command.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays a game's port in each of its states. */
final class TcpStandIn implements AutoCloseable {
    private static final int HELLO = 37;

    private final ServerSocket server;
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private volatile Play play = Play.HOLD;

    enum Play {
        /** Says nothing and stays. */
        HOLD,
        /** As in maintenance: replies, and hangs up. */
        REPLY_AND_HANG_UP,
        HANG_UP,
        TALK_AND_HANG_UP,
        TALK_ON,
        RESET
    }

    TcpStandIn() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void plays(Play how) {
        play = how;
    }

    /** What was said to it, one for each caller. */
    List<byte[]> heard() {
        return heard;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            heard.add(caller.getInputStream().readNBytes(HELLO));
            switch (play) {
                case HOLD -> caller.getInputStream().read();
                case REPLY_AND_HANG_UP -> caller.getOutputStream().write(new byte[256]);
                case HANG_UP -> {}
                case TALK_AND_HANG_UP -> caller.getOutputStream().write(new byte[257]);
                case TALK_ON -> talk(caller);
                case RESET -> caller.setSoLinger(true, 0);
            }
        } catch (IOException gone) {
            // The prober has heard enough.
        }
    }

    private static void talk(Socket caller) throws IOException {
        while (true) {
            caller.getOutputStream().write(new byte[4_096]);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
