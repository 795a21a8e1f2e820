package dev.kiwi.web.invalidate;

import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** One Redis channel for all topics; a message is node, topic and key on three lines. */
final class RedisInvalidations extends RedisPubSubAdapter<String, String> implements Invalidations, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RedisInvalidations.class);
    private static final String CHANNEL = "kiwi:invalidate";
    private static final Duration FLUSH = Duration.ofMillis(500);
    /** A message said twice does no harm, one that got lost on a dead connection does. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final RedisLink redis;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Unsent unsent = new Unsent();
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscription;
    private volatile boolean subscribed;
    private volatile Disposable flushing = Disposables.disposed();

    RedisInvalidations(RedisLink redis) {
        this.redis = redis;
    }

    void start() {
        redis.openSubscriber(connection -> {
            connection.addListener(this);
            subscription = connection;
            subscribe(connection);
        });
        flushing = Flux.interval(FLUSH).onBackpressureDrop().subscribe(tick -> flush());
    }

    private void subscribe(StatefulRedisPubSubConnection<String, String> connection) {
        connection.async().subscribe(CHANNEL).exceptionally(error -> {
            log.warn("Not subscribed to invalidations: {}", error.toString());
            return null;
        });
    }

    /** The two connections come back in any order, so what waits is looked at until it is gone. */
    private void flush() {
        StatefulRedisPubSubConnection<String, String> connection = subscription;
        if (connection != null && connection.isOpen() && !subscribed) {
            subscribe(connection);
        }
        if (redis.isConnected()) {
            unsent.drain().forEach(this::send);
        }
    }

    @Override
    public void close() {
        flushing.dispose();
    }

    @Override
    public void publish(String topic, String key) {
        deliver(topic, key);
        send(new Unsent.Message(topic, key));
    }

    private void send(Unsent.Message message) {
        redis.commands()
                .ifPresentOrElse(
                        commands -> commands.publish(CHANNEL, node + "\n" + message.topic() + "\n" + message.key())
                                .toCompletableFuture()
                                .orTimeout(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                                .whenComplete((receivers, error) -> {
                                    if (error != null) {
                                        unsent.add(message);
                                    }
                                }),
                        () -> unsent.add(message));
    }

    @Override
    public void subscribe(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public boolean isConnected() {
        StatefulRedisPubSubConnection<String, String> now = subscription;
        return subscribed && now != null && now.isOpen() && redis.isConnected();
    }

    @Override
    public void message(String channel, String message) {
        String[] parts = message.split("\n", 3);
        if (parts.length == 3 && !parts[0].equals(node)) {
            deliver(parts[1], parts[2]);
        }
    }

    /** Called after every (re)connection: what was sent in the gap is lost to us. */
    @Override
    public void subscribed(String channel, long count) {
        subscribed = true;
        listeners.keySet().forEach(topic -> deliver(topic, ALL));
    }

    private void deliver(String topic, String key) {
        for (Consumer<String> listener : listeners.getOrDefault(topic, List.of())) {
            try {
                listener.accept(key);
            } catch (RuntimeException e) {
                log.error("A listener of {} failed; it may hold stale data", topic, e);
            }
        }
    }
}
