package dev.kiwi.web.feed;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.feed.Relays;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Whatever an upstream does, reads answer at once and with what was served before, and an administrator sees what is wrong.
 * Where nobody listens at all: {@code RefusedUpstreamsTest}.
 */
@ExtendWith(WithKiwi.class)
class HostileUpstreamsTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    /** Of moments that no other test looks at; two for each run. */
    private static final AtomicInteger DAYS = new AtomicInteger(70);

    private final int days = DAYS.getAndAdd(2);
    private final Instant at = Instant.now().plus(Duration.ofDays(days));
    private final String mark = "served" + days;
    private final RunningKiwi kiwi;
    private final WebTestClient reader;
    private final WebTestClient admin;
    private final Relays relays;

    HostileUpstreamsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.reader = kiwi.client()
                .mutate()
                .responseTimeout(AT_ONCE)
                .defaultHeader("Authorization", "Bearer " + kiwi.token(kiwi.account()))
                .build();
        this.admin = kiwi.with(kiwi.superuser().session());
        this.relays = kiwi.part(Relays.class);
    }

    private void upstream(RelayedUpstream which, Function<TestUpstream.Asked, Answer> how) {
        FeedStandIn.answers(which.path(), how);
        kiwi.github().answers(asked -> asked.path().startsWith("/repos/") ? how.apply(asked) : new Answer(404, ""));
    }

    /** Asks it now, or so many days later if the moment matters to it. */
    private void fetch(RelayedUpstream which, int days) {
        kiwi.later(Duration.ofDays(which.isOfAMoment() ? days : 0), () -> relays.fetch(which.relay()));
    }

    private JsonNode read(RelayedUpstream which) {
        return json(reader.get().uri(which.endpoint(at)));
    }

    /** What is read once a good answer was served. */
    private JsonNode served(RelayedUpstream which) {
        upstream(which, asked -> which.good(asked, mark));
        fetch(which, days);
        return await().until(() -> read(which), served -> served.toString().contains(mark));
    }

    private JsonNode seen(RelayedUpstream which) {
        return json(admin.get().uri("/admin/feeds"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").stringValue().equals(which.relay()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aDownOne(RelayedUpstream which) {
        JsonNode before = served(which);
        upstream(which, asked -> new Answer(410, "gone"));
        fetch(which, days + 1);
        assertThat(read(which)).isEqualTo(before);
        assertThat(seen(which).path("last_error").stringValue()).isEqualTo("it answers 410");
        assertThat(seen(which).path("failures").intValue()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aSlowOne(RelayedUpstream which) throws Exception {
        JsonNode before = served(which);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        upstream(which, asked -> {
            reached.countDown();
            waits(over);
            return new Answer(410, "");
        });
        CompletableFuture<String> fetch = new CompletableFuture<>();
        // The moment matters until it is asked; a token is not good for so long.
        kiwi.later(Duration.ofDays(which.isOfAMoment() ? days + 1 : 0), () -> {
            fetch.completeAsync(() -> relays.fetch(which.relay()));
            assertThat(waits(reached)).isTrue();
        });
        assertThat(read(which)).isEqualTo(before);
        assertThat(fetch).isNotDone();
        over.countDown();
        fetch.get(10, TimeUnit.SECONDS);
        assertThat(read(which)).isEqualTo(before);
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongOne(RelayedUpstream which) {
        JsonNode before = served(which);
        for (String nonsense : new String[] {"", "<<<", "{\"data\":\"\\ud800\"}", "[".repeat(100_000), "\0\1\2"}) {
            upstream(which, asked -> new Answer(200, nonsense));
            fetch(which, days + 1);
            // An object without a name is how that one says that it knows of none.
            boolean understood = which == RelayedUpstream.CHAOS_CHEST && nonsense.startsWith("{");
            assertThat(seen(which).path("last_error").isString()).isEqualTo(!understood);
        }
        assertThat(read(which)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aHostileOne(RelayedUpstream which) {
        JsonNode before = served(which);
        String endless = "x".repeat((8 << 20) + 1);
        upstream(which, asked -> new Answer(200, endless));
        fetch(which, days + 1);
        assertThat(seen(which).path("last_error").stringValue()).isNotBlank();
        try (TestUpstream inside = new TestUpstream()) {
            inside.answers(200, "[]");
            upstream(
                    which,
                    asked -> new Answer(302, "", Map.of("Location", inside.uri().toString())));
            fetch(which, days + 1);
            assertThat(inside.asked()).isEmpty();
        }
        assertThat(read(which)).isEqualTo(before);
    }
}
