package dev.kiwi.web.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.api.usage.ListThrottledTokens;
import dev.kiwi.api.usage.ThrottledTokens;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** platform.md 19.3: due once a window, from a number of refusals on, most hits first. */
class RateLimitDigestTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ThrottledTokens.Token BUSY =
            new ThrottledTokens.Token("5f0000000000000000000001", 15, "ada@example.org", "bot", "kiwi_abcdefgh");
    private static final ThrottledTokens.Token GONE =
            new ThrottledTokens.Token("5f0000000000000000000002", 5, null, null, null);

    private final DataSource dataSource = database();
    private final List<Object> sent = new ArrayList<>();
    private final List<Object> asked = new ArrayList<>();
    private List<ThrottledTokens.Token> tokens = List.of(BUSY, GONE);

    @Test
    void enoughRefusalsAreMailedWithWhoAndHowOften() {
        assertThat(digest(NOW, "op@example.org").run()).isEqualTo("20 refusals of 2 tokens mailed");
        assertThat(asked).containsExactly(new ListThrottledTokens(24, 50));
        assertThat(sent)
                .containsExactly(new QueueRateLimitDigest(
                        "op@example.org",
                        24,
                        List.of(
                                new QueueRateLimitDigest.Row(15, "ada@example.org", "bot", "kiwi_abcdefgh"),
                                new QueueRateLimitDigest.Row(5, null, null, null))));
    }

    @Test
    void tooFewAreNotMailedAndTheWindowIsOverAllTheSame() {
        tokens = List.of(BUSY);
        assertThat(digest(NOW, "op@example.org").run()).contains("too few");
        assertThat(sent).isEmpty();
        assertThat(digest(NOW.plusSeconds(60), "op@example.org").run()).isEqualTo("not due yet");
    }

    @Test
    void withinNineTenthsOfTheWindowThereIsNoSecond() {
        digest(NOW, "op@example.org").run();
        digest(NOW.plus(Duration.ofHours(21)), "op@example.org").run();
        assertThat(sent).hasSize(1);
        digest(NOW.plus(Duration.ofHours(22)), "op@example.org").run();
        assertThat(sent).hasSize(2);
    }

    @Test
    void withoutAnAddressNothingIsAsked() {
        assertThat(digest(NOW, " ").run()).contains("RATE_LIMIT_ALERT_EMAIL");
        assertThat(asked).isEmpty();
    }

    private RateLimitDigest digest(Instant now, String operator) {
        return new RateLimitDigest(
                new Answers(), new Sent(), dataSource, Clock.fixed(now, ZoneOffset.UTC), operator, new Defaults());
    }

    private static DataSource database() {
        DataSource fresh = TestStores.freshDatabase().dataSource();
        JdbcClient jdbc = JdbcClient.create(fresh);
        jdbc.sql("create schema web").update();
        jdbc.sql("create table web.digest_mark (id text primary key, at timestamptz not null)")
                .update();
        return fresh;
    }

    private final class Answers implements QueryDispatcher {
        @Override
        public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
            asked.add(query);
            return CompletableFuture.completedFuture(resultType.cast(new ThrottledTokens(tokens)));
        }
    }

    private final class Sent implements CommandDispatcher {
        @Override
        public <R> CompletableFuture<Dispatched<R>> dispatch(
                Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
            sent.add(command);
            return CompletableFuture.completedFuture(new Dispatched<>(null, -1));
        }
    }

    private static final class Defaults implements RuntimeSettings {
        @Override
        public IntSupplier integer(String key) {
            return () -> key.equals("rate_limit_digest_window_hours") ? 24 : 20;
        }

        @Override
        public DoubleSupplier decimal(String key) {
            throw new IllegalArgumentException(key);
        }

        @Override
        public BooleanSupplier flag(String key) {
            throw new IllegalArgumentException(key);
        }

        @Override
        public Supplier<String> text(String key) {
            throw new IllegalArgumentException(key);
        }

        @Override
        public void onChange(Runnable listener) {}
    }
}
