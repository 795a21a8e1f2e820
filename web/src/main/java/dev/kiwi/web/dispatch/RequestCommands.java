package dev.kiwi.web.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Passage;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.RequestId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Commands with the context of the request they came with. */
final class RequestCommands implements Commands {
    static final String POSITION_HEADER = "Kiwi-Position";
    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    private final CommandDispatcher dispatcher;
    private final AppliedPositions positions;

    RequestCommands(CommandDispatcher dispatcher, AppliedPositions positions) {
        this.dispatcher = dispatcher;
        this.positions = positions;
    }

    @Override
    public <R> Mono<Dispatched<R>> send(Object command, ServerWebExchange exchange) {
        // A client that hangs up must not cancel what is being decided.
        return Mono.fromFuture(() -> dispatcher.<R>dispatch(command, context(exchange)), true)
                .doOnNext(dispatched -> {
                    if (dispatched.position() >= 0) {
                        exchange.getResponse().getHeaders().set(POSITION_HEADER, Long.toString(dispatched.position()));
                    }
                });
    }

    @Override
    public <R> Mono<Dispatched<R>> sendAndAwait(Object command, ServerWebExchange exchange, Projection... projections) {
        return this.<R>send(command, exchange)
                .flatMap(dispatched -> dispatched.position() < 0
                        ? Mono.just(dispatched)
                        : Mono.fromFuture(() -> positions.await(keys(projections), dispatched.position(), CATCH_UP))
                                // Late or not, the command is done and its answer true.
                                .thenReturn(dispatched));
    }

    private static List<String> keys(Projection... projections) {
        return Arrays.stream(projections).map(Projection::key).toList();
    }

    private static CommandContext context(ServerWebExchange exchange) {
        Caller caller = Passage.caller(exchange);
        String id = RequestId.of(exchange);
        String ip = ClientIp.of(exchange);
        return new CommandContext(
                caller.actor(), caller.accountId(), id, id, null, ip.equals(ClientIp.UNKNOWN) ? null : ip);
    }
}
