package dev.kiwi.web.stream;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/** One reader and what waits for it. Offers come one at a time: {@link LiveState} sees to that. */
final class StreamConnection {
    static final int ROOM = 64;

    private final Sinks.Many<byte[]> waiting = Sinks.unsafe()
            .many()
            .unicast()
            .onBackpressureBuffer(Queues.<byte[]>get(ROOM).get());
    private final Runnable cut;
    private volatile Instant lastSent;
    private volatile boolean gone;

    /** @param cut ends the connection at once, whatever is still to be written */
    StreamConnection(Runnable cut, Instant now) {
        this.cut = cut;
        this.lastSent = now;
    }

    /** False when there is no room: the reader is too slow, or gone. */
    boolean offer(byte[] bytes, Instant now) {
        lastSent = now;
        return waiting.tryEmitNext(bytes).isSuccess();
    }

    /** Its reader has left, perhaps before it has joined. */
    void leave() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    Instant lastSent() {
        return lastSent;
    }

    Flux<byte[]> messages() {
        return waiting.asFlux();
    }

    /** After what waits. */
    void end() {
        waiting.tryEmitComplete();
    }

    void cut() {
        cut.run();
    }
}
