package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the capture that comes next on a thread of its own while the present one is counted. Reading is two thirds of the
 * work of a rebuild.
 */
final class CapturesAhead {
    private final CaptureText source;
    private final Queue<String> coming = new ConcurrentLinkedQueue<>();
    private @Nullable Reading next;

    CapturesAhead(CaptureText source) {
        this.source = source;
    }

    private record Reading(String sha256, FutureTask<ParsedCapture> text) {}

    /** @param sha256 of a capture that {@link #take} will be asked for, after those that were foreseen before */
    void foresee(String sha256) {
        coming.add(sha256);
    }

    /** The capture, which is read now if nobody has foreseen it. */
    ParsedCapture take(String sha256) throws IOException {
        Reading ready = next;
        next = null;
        ParsedCapture capture = ready != null && ready.sha256().equals(sha256) ? finished(ready) : source.read(sha256);
        begin(sha256);
        return capture;
    }

    /** Whatever went wrong ahead goes wrong again, for the event that it belongs to. */
    private ParsedCapture finished(Reading reading) throws IOException {
        try {
            return reading.text().get();
        } catch (ExecutionException _) {
            return source.read(reading.sha256());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a capture was read", e);
        }
    }

    private void begin(String after) {
        // Events of a batch that is repeated are not among those to come any more.
        if (!coming.contains(after)) {
            return;
        }
        String passed = coming.poll();
        while (passed != null && !passed.equals(after)) {
            passed = coming.poll();
        }
        String sha256 = coming.peek();
        if (sha256 != null) {
            next = new Reading(sha256, new FutureTask<>(() -> source.read(sha256)));
            Thread.ofPlatform().daemon().name("capture-ahead").start(next.text());
        }
    }
}
