package dev.kiwi.web.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.HeldRequests;
import dev.kiwi.web.gate.Passage;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.RequestId;
import dev.kiwi.web.idempotency.Attempt;
import dev.kiwi.web.position.OwnWrites;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Commands with the context of the request they came with. */
final class RequestCommands implements Commands {
    private static final Logger log = LoggerFactory.getLogger(RequestCommands.class);

    static final String POSITION_HEADER = "Kiwi-Position";
    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    private final CommandDispatcher dispatcher;
    private final AppliedPositions positions;
    private final OwnWrites ownWrites;
    private final HeldRequests held;

    RequestCommands(CommandDispatcher dispatcher, AppliedPositions positions, OwnWrites ownWrites, HeldRequests held) {
        this.dispatcher = dispatcher;
        this.positions = positions;
        this.ownWrites = ownWrites;
        this.held = held;
    }

    @Override
    public <R> Mono<Dispatched<R>> send(Object command, ServerWebExchange exchange) {
        return send(command, exchange, context(exchange));
    }

    private <R> Mono<Dispatched<R>> send(Object command, ServerWebExchange exchange, CommandContext context) {
        Attempt attempt = Attempt.of(exchange);
        return send(command, exchange, context, _ -> attempt == null ? null : attempt.open());
    }

    private <R> Mono<Dispatched<R>> send(
            Object command,
            ServerWebExchange exchange,
            CommandContext context,
            Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
        // A client that hangs up must not cancel what is being decided.
        return held.requireSessionForStepUp(exchange)
                .then(Mono.fromFuture(() -> dispatcher.dispatch(command, context, companion), true))
                .doOnNext(dispatched -> {
                    if (dispatched.position() >= 0) {
                        exchange.getResponse().getHeaders().set(POSITION_HEADER, Long.toString(dispatched.position()));
                    }
                });
    }

    @Override
    public <R> Mono<Dispatched<R>> sendAndAwait(Object command, ServerWebExchange exchange, Projection... projections) {
        return this.<R>send(command, exchange).flatMap(dispatched -> caughtUp(dispatched, projections));
    }

    @Override
    public <R, A> Mono<A> sendAndShow(
            Object command,
            ServerWebExchange exchange,
            Function<Dispatched<R>, Mono<A>> shown,
            Projection... projections) {
        return this.<R>send(command, exchange)
                .flatMap(dispatched -> reached(dispatched.position(), projections)
                        .flatMap(seen -> seen ? shown.apply(dispatched) : Mono.error(late())));
    }

    private static Refusal late() {
        return new Refusal(
                ErrorCode.SERVICE_UNAVAILABLE,
                "It is done, and can be shown in a moment: read it then, and do not send it again.",
                Map.of("retry_after", 2));
    }

    @Override
    public <R> Mono<Dispatched<R>> sendWithoutAddress(
            Object command, ServerWebExchange exchange, Projection... projections) {
        return this.<R>send(command, exchange, context(exchange, null))
                .flatMap(dispatched -> caughtUp(dispatched, projections));
    }

    private <R> Mono<Dispatched<R>> caughtUp(Dispatched<R> dispatched, Projection... projections) {
        // Late or not, the command is done and its answer true.
        return reached(dispatched.position(), projections).thenReturn(dispatched);
    }

    private Mono<Boolean> reached(long position, Projection... projections) {
        return position < 0
                ? Mono.just(true)
                : Mono.fromFuture(() -> positions.await(keys(projections), position, CATCH_UP));
    }

    @Override
    public void sendAside(Object command, ServerWebExchange exchange) {
        CommandContext context = context(exchange);
        dispatcher.dispatch(command, context).whenComplete((done, failure) -> {
            if (failure != null) {
                log.error("{} of {} failed", command.getClass().getSimpleName(), context.requestId(), failure);
            }
        });
    }

    @Override
    public <R, A> Mono<ResponseEntity<A>> answer(
            Object command,
            ServerWebExchange exchange,
            Function<@Nullable R, ResponseEntity<A>> answer,
            Projection... projections) {
        Attempt attempt = Attempt.of(exchange);
        Function<@Nullable R, @Nullable CompanionRow<?>> companion =
                attempt == null ? _ -> null : result -> attempt.keeping(answer.apply(result));
        return send(command, exchange, context(exchange), companion)
                .doOnNext(dispatched -> {
                    if (dispatched.position() >= 0) {
                        ownWrites.note(dispatched.position(), projections);
                        if (attempt != null) {
                            attempt.kept();
                        }
                    }
                })
                .map(dispatched -> answer.apply(dispatched.result()));
    }

    private static List<String> keys(Projection... projections) {
        return Arrays.stream(projections).map(Projection::key).toList();
    }

    private static CommandContext context(ServerWebExchange exchange) {
        String ip = ClientIp.of(exchange);
        return context(exchange, ip.equals(ClientIp.UNKNOWN) ? null : ip);
    }

    private static CommandContext context(ServerWebExchange exchange, @Nullable String ip) {
        Caller caller = Passage.caller(exchange);
        String id = RequestId.of(exchange);
        return new CommandContext(caller.actor(), caller.subject(), id, id, null, ip);
    }
}
