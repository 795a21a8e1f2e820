package dev.kiwi.command.status;

import dev.kiwi.api.status.ServerStatus.GameResult;
import dev.kiwi.command.upstream.HostLookup;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks a game's port (misc-btt.md B2). During maintenance the port accepts, even replies to the hello, and only then
 * hangs up: who holds the connection is up. What is neither is taken for what the connection said. Blocks.
 */
final class GameProbe {
    private static final int CHUNK = 4_096;
    private static final int ENOUGH = 32_768;
    /** So much is said by a game before it hangs up; less is a refusal. */
    private static final int REFUSAL = 256;
    /** Of all reads together: one that drips is held, too. */
    private static final Duration LONGEST_TALK = Duration.ofSeconds(20);

    private final HostLookup lookup;
    private final RandomGenerator random;
    private final Duration patience;

    /** @param patience with the connection */
    GameProbe(HostLookup lookup, RandomGenerator random, Duration patience) {
        this.lookup = lookup;
        this.random = random;
        this.patience = patience;
    }

    GameResult probe(GameTarget target) {
        if (!target.isConfigured()) {
            return new GameResult(false, target.host(), target.port(), 0, "not_configured", null, null);
        }
        Stopwatch watch = new Stopwatch();
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(lookup.addresses(target.host()).getFirst(), target.port()),
                    Math.toIntExact(patience.toMillis()));
            double latency = watch.milliseconds();
            Optional<Opener> opener = Opener.of(target, random);
            return opener.isEmpty() ? up(target, latency, "tcp", null) : talk(socket, target, latency, opener.get());
        } catch (IOException e) {
            return new GameResult(
                    false,
                    target.host(),
                    target.port(),
                    watch.milliseconds(),
                    e.getClass().getSimpleName(),
                    null,
                    null);
        }
    }

    private GameResult talk(Socket socket, GameTarget target, double latency, Opener opener) {
        try {
            socket.setSoTimeout(Math.toIntExact(target.hold().toMillis()));
            socket.getOutputStream().write(opener.bytes());
            return isHeld(socket.getInputStream())
                    ? up(target, latency, "glsserver", opener)
                    : new GameResult(
                            false,
                            target.host(),
                            target.port(),
                            latency,
                            "glsserver_dropped",
                            "glsserver",
                            opener.kind());
        } catch (IOException inconclusive) {
            return up(target, latency, "tcp_fallback", opener);
        }
    }

    /** @throws IOException for a reset: that says nothing */
    private static boolean isHeld(InputStream in) throws IOException {
        Stopwatch watch = new Stopwatch();
        byte[] chunk = new byte[CHUNK];
        int received = 0;
        while (received < ENOUGH && watch.milliseconds() < LONGEST_TALK.toMillis()) {
            int read;
            try {
                read = in.read(chunk);
            } catch (SocketTimeoutException silent) {
                return true;
            }
            if (read < 0) {
                return received > REFUSAL;
            }
            received += read;
        }
        return true;
    }

    private static GameResult up(GameTarget target, double latency, String probe, @Nullable Opener opener) {
        return new GameResult(
                true, target.host(), target.port(), latency, null, probe, opener == null ? null : opener.kind());
    }
}
