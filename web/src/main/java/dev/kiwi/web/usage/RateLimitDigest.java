package dev.kiwi.web.usage;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.api.usage.ListThrottledTokens;
import dev.kiwi.api.usage.ThrottledTokens;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the operator by mail which tokens met their limits (platform.md 19.3). */
final class RateLimitDigest {
    private static final String ID = "rate_limit_digest";
    private static final int MOST_TOKENS = 50;
    /** Of the window: a run that comes a little early still counts. */
    private static final double DUE_AFTER = 0.9;

    private final QueryDispatcher queries;
    private final CommandDispatcher commands;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String operator;
    private final IntSupplier hours;
    private final IntSupplier threshold;

    /** @param operator the operator's address; blank for no digest */
    RateLimitDigest(
            QueryDispatcher queries,
            CommandDispatcher commands,
            DataSource dataSource,
            Clock clock,
            String operator,
            RuntimeSettings settings) {
        this.queries = queries;
        this.commands = commands;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.operator = operator;
        this.hours = settings.integer("rate_limit_digest_window_hours");
        this.threshold = settings.integer("rate_limit_alert_threshold");
    }

    /** May block. @return what was done, in one line */
    String run() {
        if (operator.isBlank()) {
            return "RATE_LIMIT_ALERT_EMAIL is not set";
        }
        int window = hours.getAsInt();
        Instant now = clock.instant();
        if (!isDue(now, Duration.ofHours(window))) {
            return "not due yet";
        }
        List<ThrottledTokens.Token> tokens = queries.query(
                        new ListThrottledTokens(window, MOST_TOKENS), ThrottledTokens.class)
                .join()
                .items();
        mark(now);
        long hits = tokens.stream().mapToLong(ThrottledTokens.Token::hits).sum();
        if (hits < threshold.getAsInt()) {
            return hits + " refusals in " + window + " h, too few for a mail";
        }
        commands.dispatch(new QueueRateLimitDigest(operator, window, rows(tokens)), CommandContext.system("digest"))
                .join();
        return hits + " refusals of " + tokens.size() + " tokens mailed";
    }

    private boolean isDue(Instant now, Duration window) {
        Instant before = now.minusMillis((long) (window.toMillis() * DUE_AFTER));
        return jdbc.sql("select count(*) from web.digest_mark where id = :id and at > :before")
                        .param("id", ID)
                        .param("before", Timestamp.from(before))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void mark(Instant now) {
        jdbc.sql("""
                        insert into web.digest_mark (id, at) values (:id, :at)
                        on conflict (id) do update set at = excluded.at
                        """).param("id", ID).param("at", Timestamp.from(now)).update();
    }

    private static List<QueueRateLimitDigest.Row> rows(List<ThrottledTokens.Token> tokens) {
        return tokens.stream()
                .map(token -> new QueueRateLimitDigest.Row(token.hits(), token.email(), token.name(), token.prefix()))
                .toList();
    }
}
