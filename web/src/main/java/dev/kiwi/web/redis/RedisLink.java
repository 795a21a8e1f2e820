package dev.kiwi.web.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Lettuce with the manners that a request path needs: the first connection is made in the background and retried, a
 * lost one comes back within half a second of its server, and while it is away commands fail at once instead of queueing.
 */
public final class RedisLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    /** A subscriber only listens: after so long it asks whether the other end, or the way to it, is still there. */
    private static final Duration SILENT = Duration.ofSeconds(5);

    static {
        // Lettuce's own events in flight recordings, which load a part of the JDK's recorder at each start.
        System.setProperty("io.lettuce.core.jfr", "false");
    }

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI uri;
    private final Disposable.Composite connecting = Disposables.composite();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscriber;

    /** @param url {@code redis://[:password@]host:port[/db]} */
    public RedisLink(String url) {
        this.uri = RedisURI.create(url);
        this.resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(RETRY))
                .eventLoopGroupProvider(new ServerLoops())
                .computationThreadPoolSize(2)
                .build();
        this.client = new AsyncClient(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(1))
                        .keepAlive(SocketOptions.KeepAliveOptions.builder()
                                .enable()
                                .idle(SILENT)
                                .interval(Duration.ofSeconds(2))
                                .count(3)
                                .build())
                        .build())
                .build());
        keepTrying(() -> client.connectAsync(StringCodec.UTF8, uri), made -> connection = made);
    }

    /** Commands of the shared connection; empty while there is none. */
    public Optional<RedisAsyncCommands<String, String>> commands() {
        StatefulRedisConnection<String, String> now = connection;
        return now != null && now.isOpen() ? Optional.of(now.async()) : Optional.empty();
    }

    public boolean isConnected() {
        return commands().isPresent();
    }

    /** Opens the one subscribing connection, as soon as that is possible; it re-subscribes by itself after a break. */
    public void openSubscriber(Consumer<StatefulRedisPubSubConnection<String, String>> ready) {
        keepTrying(() -> client.connectPubSubAsync(StringCodec.UTF8, uri), made -> {
            subscriber = made;
            ready.accept(made);
        });
    }

    private <C extends StatefulConnection<?, ?>> void keepTrying(
            Supplier<CompletionStage<C>> connect, Consumer<C> ready) {
        connecting.add(Mono.fromCompletionStage(connect)
                .doOnError(error ->
                        log.warn("Redis at {}:{} not reached: {}", uri.getHost(), uri.getPort(), error.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RETRY))
                .subscribe(ready, error -> log.error("Gave up connecting to Redis", error)));
    }

    @Override
    public void close() {
        connecting.dispose();
        // The client closes its connections with it.
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly(2000);
    }
}
