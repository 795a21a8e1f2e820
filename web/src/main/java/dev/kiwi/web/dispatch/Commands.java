package dev.kiwi.web.dispatch;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.dispatch.Dispatched;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a controller's command with the request's context and answers with {@code Kiwi-Position}. The command of a
 * {@link dev.kiwi.web.gate.StepUp dangerous act} is refused with 401 when its session has ended meanwhile.
 */
public interface Commands {
    /** Sends the command; sets the {@code Kiwi-Position} response header when it appended events. */
    <R> Mono<Dispatched<R>> send(Object command, ServerWebExchange exchange);

    /**
     * As {@link #send}, and then waits (at most two seconds) until the projections have applied what the command
     * appended, so that the caller's next request sees it.
     */
    <R> Mono<Dispatched<R>> sendAndAwait(Object command, ServerWebExchange exchange, Projection... projections);

    /**
     * As {@link #sendAndAwait}, and then answers with what readers see. 503 when the projections are late: the write is
     * done then, and what they would show is of before it.
     *
     * @param shown asked when the projections have applied the write
     */
    <R, A> Mono<A> sendAndShow(
            Object command,
            ServerWebExchange exchange,
            Function<Dispatched<R>, Mono<A>> shown,
            Projection... projections);

    /**
     * As {@link #sendAndAwait}, and no event remembers the client's address: for people whom the request does not name yet,
     * so that no key of theirs could encrypt it and no erasure would reach it.
     */
    <R> Mono<Dispatched<R>> sendWithoutAddress(Object command, ServerWebExchange exchange, Projection... projections);

    /**
     * Sends a command whose outcome the caller must not learn, not even from how long it takes: returns at once, sets no
     * header; a failure is logged.
     */
    void sendAside(Object command, ServerWebExchange exchange);

    /**
     * For a write whose answer follows from what the command's handler returns, at once: queries wait for it
     * ({@link dev.kiwi.web.position.OwnWrites}). With an {@code Idempotency-Key} the answer is committed with the command's
     * events, so that it survives a crash.
     *
     * @param answer pure; called more than once
     * @param projections in which readers look for what was written
     */
    <R, A> Mono<ResponseEntity<A>> answer(
            Object command,
            ServerWebExchange exchange,
            Function<@Nullable R, ResponseEntity<A>> answer,
            Projection... projections);
}
