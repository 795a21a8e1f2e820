package dev.kiwi.web.stream;

import dev.kiwi.api.rotation.RotationSources;
import dev.kiwi.projection.machinery.ReadModelChanges;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Wires the stream to its sources and to the changes of what they read. Nothing is looked at before somebody listens. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {
    private static final String TOPIC = "stream";

    @Bean
    StreamSources streamSources(QueryDispatcher queries, RotationSources rotations) {
        return () -> Stream.<StreamSource>concat(
                        rotations.types().stream().map(type -> new RotationSource(type, rotations)),
                        Stream.of(
                                new ServerStatusSource(queries),
                                new NewsSource(queries),
                                new GiveawaySource(queries),
                                new CaptureSource(queries)))
                .toList();
    }

    @Bean
    StreamHub streamHub(
            List<StreamSources> sources,
            BlockingWork blocking,
            JsonMapper json,
            Clock clock,
            @Value("${EVENTS_PING_SECONDS:20}") int pingSeconds) {
        return new StreamHub(
                SnapshotOrder.of(sources),
                blocking,
                json,
                clock,
                Schedulers.parallel(),
                Duration.ofSeconds(pingSeconds));
    }

    @Bean
    Seats streamSeats(
            @Value("${EVENTS_MAX_CONNECTIONS:1000}") int most,
            @Value("${EVENTS_MAX_CONNECTIONS_PER_IP:20}") int mostOfAddress,
            @Value("${EVENTS_MAX_CONNECTIONS_PER_TOKEN:50}") int mostOfToken) {
        return new Seats(most, mostOfAddress, mostOfToken);
    }

    @Bean
    MeterBinder streamMeters(Seats seats) {
        return (MeterRegistry meters) -> Gauge.builder("kiwi.stream.connections", seats, Seats::taken)
                .description("who listens to the stream of events on this node")
                .register(meters);
    }

    /** A change is told on the node that projects; the others hear of it from there. */
    @Bean
    SmartInitializingSingleton streamChanges(
            StreamHub hub,
            List<StreamSources> sources,
            Invalidations invalidations,
            ObjectProvider<ReadModelChanges> changes) {
        return () -> {
            Set<String> read = SnapshotOrder.of(sources).stream()
                    .flatMap(source -> source.readsFrom().stream())
                    .map(projection -> projection.key())
                    .collect(Collectors.toUnmodifiableSet());
            changes.ifAvailable(model -> model.subscribe(projection -> {
                if (read.contains(projection)) {
                    invalidations.publish(TOPIC, projection);
                }
            }));
            invalidations.subscribe(TOPIC, projection -> {
                if (projection.equals(Invalidations.ALL)) {
                    hub.anythingChanged();
                } else {
                    hub.changed(projection);
                }
            });
        };
    }
}
