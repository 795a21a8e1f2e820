package dev.kiwi.web.token;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.token.FindEndedOverlaps;
import dev.kiwi.api.token.FindExpiringTokens;
import dev.kiwi.api.token.FindInactiveTokens;
import dev.kiwi.api.token.RetireOldSecret;
import dev.kiwi.api.token.RevokeInactiveToken;
import dev.kiwi.api.token.TokenIds;
import dev.kiwi.api.token.WarnOfExpiry;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due for tokens by itself (platform.md 19.1, 19.2): candidates come from the read model, and each token then
 * decides on its own state, so that one that was used since survives. Blocks.
 */
final class TokenSweeps {
    private static final Logger LOG = LoggerFactory.getLogger(TokenSweeps.class);

    private final QueryDispatcher queries;
    private final CommandDispatcher commands;
    private final Clock clock;
    private final TokenSweepSettings settings;

    TokenSweeps(QueryDispatcher queries, CommandDispatcher commands, Clock clock, TokenSweepSettings settings) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
    }

    String revokeInactive() {
        Instant since = clock.instant().minus(settings.inactivity());
        long revoked = each(
                "token-inactivity",
                new FindInactiveTokens(since),
                id -> new RevokeInactiveToken(id, settings.inactivity()));
        return revoked + " tokens revoked that nobody used for "
                + settings.inactivity().toDays() + " days";
    }

    String warnOfExpiry() {
        if (!settings.notifications()) {
            return "nobody is told: notifications are off";
        }
        Instant now = clock.instant();
        long warned = each(
                "token-expiry",
                new FindExpiringTokens(now, now.plus(settings.warning())),
                id -> new WarnOfExpiry(id, settings.warning()));
        return warned + " owners told that a token ends soon";
    }

    String retireOldSecrets() {
        return each("token-overlap", new FindEndedOverlaps(clock.instant()), RetireOldSecret::new)
                + " old secrets retired";
    }

    /** @return how many tokens decided that it was due */
    private long each(String job, Object due, Function<String, Object> command) {
        CommandContext context = CommandContext.system("job:" + job);
        long done = 0;
        long failed = 0;
        for (String id : queries.query(due, TokenIds.class).join().ids()) {
            try {
                Boolean decided = commands.<Boolean>dispatch(command.apply(id), context)
                        .join()
                        .result();
                done += Boolean.TRUE.equals(decided) ? 1 : 0;
            } catch (CompletionException e) {
                // One token must not keep the others waiting; the job fails in the end.
                LOG.warn("Job {}: token {} was left as it is", job, id, e);
                failed++;
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(
                    failed + " tokens failed, " + done + " are done; the log names each of those that failed");
        }
        return done;
    }
}
