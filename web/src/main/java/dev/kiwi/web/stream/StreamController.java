package dev.kiwi.web.stream;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.ClientIp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.NettyOutbound;

/** The live stream of events (feeds-events.md B). Writes the shared bytes itself: no encoder runs for each connection. */
@RestController
@Tag(name = "events", description = "What happens, as it happens")
class StreamController {
    private final StreamHub hub;
    private final Seats seats;
    private final Clock clock;

    StreamController(StreamHub hub, Seats seats, Clock clock) {
        this.hub = hub;
        this.seats = seats;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/events/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Gate(value = Gate.Kind.PUBLIC, scope = "events:read")
    @Operation(
            operationId = "streamEvents",
            summary = "Listen to what changes",
            description = "Server-sent events. First the present state of every source, closed by `ready`, which names "
                    + "all types and those that have nothing to tell or could not be asked; then a message for each change, "
                    + "and a comment after 20 seconds of silence. Data is `{type, data, ts}`, in unix seconds, with `data` as "
                    + "in the endpoint of the source. Whoever comes back with `Last-Event-ID`, as browsers do, gets what was "
                    + "missed instead of the state, as far as that is remembered; a message may then come twice, with the "
                    + "same id. A reader that falls 64 messages behind is disconnected. Limits and id are counted once, "
                    + "when one connects.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream, which does not end",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    Mono<Void> stream(
            @Parameter(description = "The id of the last message that was read, to go on from there")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            Caller caller,
            ServerWebExchange exchange) {
        String tokenId = caller instanceof Caller.Token token ? token.tokenId() : null;
        ServerHttpResponse response = exchange.getResponse();
        return Mono.defer(() -> {
            Runnable seat = seats.take(ClientIp.subscriber(exchange), tokenId);
            StreamConnection connection = new StreamConnection(() -> cut(response), clock.instant());
            return hub.join(connection, lastEventId)
                    .flatMap(begin -> write(begin, connection.messages(), response))
                    .doFinally(end -> {
                        hub.leave(connection);
                        seat.run();
                    });
        });
    }

    private static Mono<Void> write(List<byte[]> begin, Flux<byte[]> then, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl("no-cache");
        headers.set("X-Accel-Buffering", "no");
        DataBufferFactory buffers = response.bufferFactory();
        // Each inner publisher is flushed: the beginning at once, then message by message.
        Flux<DataBuffer> first = Flux.fromIterable(begin).map(bytes -> buffers.wrap(bytes));
        Flux<Flux<DataBuffer>> rest = then.map(bytes -> Flux.just(buffers.wrap(bytes)));
        return response.writeAndFlushWith(Flux.concat(Flux.just(first), rest));
    }

    /** A reader that takes nothing would hold the connection until the network gives it up. */
    private static void cut(ServerHttpResponse response) {
        Object server = ServerHttpResponseDecorator.getNativeResponse(response);
        ((NettyOutbound) server).withConnection(DisposableChannel::dispose);
    }
}
