package dev.kiwi.command.mail;

import dev.kiwi.api.mail.QueueRateLimitDigest;
import java.util.concurrent.Executor;

/** Everything about writing mail in one place, so that its parts are no beans. */
public final class Mailroom {
    private final MailSettings settings;
    private final Outbox outbox;
    private final BouncedAccounts bounced;
    private final MailLinks links;
    private final TokenLabels tokens;
    private final Runnable queued;
    private final Drafts drafts;
    private final Layout layout;

    Mailroom(
            MailSettings settings,
            Outbox outbox,
            BouncedAccounts bounced,
            MailLinks links,
            TokenLabels tokens,
            Runnable queued) {
        this.settings = settings;
        this.outbox = outbox;
        this.bounced = bounced;
        this.links = links;
        this.tokens = tokens;
        this.queued = queued;
        this.drafts = new Drafts(settings.site());
        this.layout = new Layout(settings.site());
    }

    /**
     * The process manager: an object with {@code @EventHandler} methods, to be run in the order of the store, each in the
     * JDBC transaction that its position is stored in.
     *
     * @param afterCommit runs what must not happen when that transaction is rolled back
     */
    public Object process(Executor afterCommit) {
        return new MailProcess(letterbox(afterCommit), drafts, links, tokens, bounced);
    }

    void digest(QueueRateLimitDigest digest) {
        letterbox(Runnable::run)
                .write(
                        Cause.COMMAND,
                        null,
                        digest.to(),
                        MailKind.RATE_LIMIT_DIGEST,
                        () -> drafts.rateLimitDigest(digest));
    }

    private Letterbox letterbox(Executor afterCommit) {
        return new Letterbox(settings, layout, outbox, bounced, queued, afterCommit);
    }
}
