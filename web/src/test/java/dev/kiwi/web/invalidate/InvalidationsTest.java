package dev.kiwi.web.invalidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.fixture.Stores;
import dev.kiwi.web.redis.RedisLink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class InvalidationsTest {
    private final int port = Stores.freePort();
    private RedisServer redis;
    private Node one;
    private Node two;

    private static final class Node {
        final RedisLink link;
        final RedisInvalidations invalidations;
        final List<String> heard = new CopyOnWriteArrayList<>();

        Node(int port) {
            link = new RedisLink("redis://127.0.0.1:" + port);
            invalidations = new RedisInvalidations(link);
            invalidations.subscribe("token", heard::add);
            invalidations.start();
        }

        void close() {
            invalidations.close();
            link.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        redis = Stores.redis(port);
        redis.start();
        one = new Node(port);
        two = new Node(port);
        await().until(() -> one.invalidations.isConnected() && two.invalidations.isConnected());
        one.heard.clear();
        two.heard.clear();
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        two.close();
        redis.stop();
    }

    @Test
    void theOwnNodeHearsAtOnceAndTheOtherOneWithin200MillisecondsAndBothOnce() {
        one.invalidations.publish("token", "t1");
        assertThat(one.heard).containsExactly("t1");
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMillis(200))
                .until(() -> two.heard.equals(List.of("t1")));
        one.invalidations.publish("token", "t2");
        await().until(() -> two.heard.equals(List.of("t1", "t2")));
        assertThat(one.heard).containsExactly("t1", "t2");
    }

    @Test
    void otherTopicsAreNotHeard() {
        one.invalidations.publish("account", "a1");
        one.invalidations.publish("token", "t1");
        await().until(() -> !two.heard.isEmpty());
        assertThat(two.heard).containsExactly("t1");
    }

    @Test
    void afterABreakEverybodyForgetsEverythingAndWhatWasPublishedMeanwhileArrives() throws IOException {
        redis.stop();
        await().until(() -> !one.invalidations.isConnected() && !two.invalidations.isConnected());
        one.invalidations.publish("token", "during");
        assertThat(one.heard).containsExactly("during");
        redis.start();
        await().until(() -> one.heard.contains(Invalidations.ALL) && two.heard.contains(Invalidations.ALL));
        await().until(() -> two.heard.contains("during"));
    }

    @Test
    void aFailingListenerDoesNotKeepOthersFromHearing() {
        Node other = two;
        other.invalidations.subscribe("token", key -> {
            throw new IllegalStateException("broken listener");
        });
        List<String> last = new CopyOnWriteArrayList<>();
        other.invalidations.subscribe("token", last::add);
        one.invalidations.publish("token", "t1");
        await().until(() -> last.equals(List.of("t1")));
    }

    @Test
    void tooManyUnsentBecomeEverything() {
        Unsent unsent = new Unsent();
        for (int i = 0; i <= 10_000; i++) {
            unsent.add(new Unsent.Message("token", "t" + i));
        }
        assertThat(unsent.drain()).containsExactly(new Unsent.Message("token", Invalidations.ALL));
    }
}
