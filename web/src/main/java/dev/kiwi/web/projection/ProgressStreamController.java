package dev.kiwi.web.projection;

import dev.kiwi.projection.machinery.ProjectionAdmin;
import dev.kiwi.projection.machinery.ProjectionAdmin.Rebuild;
import dev.kiwi.web.gate.Gate;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Progress of rebuilds as server-sent events named {@code rebuild}; a comment every 15 s keeps proxies content. */
@RestController
@Gate(Gate.Kind.SUPERUSER_SESSION)
class ProgressStreamController {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ProjectionAdmin projections;

    ProgressStreamController(ProjectionAdmin projections) {
        this.projections = projections;
    }

    @GetMapping(path = "/admin/projections/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Rebuild>> progress() {
        // A slow reader gets the newest state, not a backlog.
        Flux<ServerSentEvent<Rebuild>> changes = Flux.create(this::subscribe, FluxSink.OverflowStrategy.LATEST)
                .map(rebuild ->
                        ServerSentEvent.builder(rebuild).event("rebuild").build());
        Flux<ServerSentEvent<Rebuild>> beats = Flux.interval(Duration.ZERO, HEARTBEAT)
                .map(beat -> ServerSentEvent.<Rebuild>builder().comment("alive").build());
        return changes.mergeWith(beats);
    }

    private void subscribe(FluxSink<Rebuild> sink) {
        AutoCloseable subscription = projections.onProgress(sink::next);
        sink.onDispose(() -> {
            try {
                subscription.close();
            } catch (Exception e) {
                throw new IllegalStateException("Cannot end a progress subscription", e);
            }
        });
    }
}
