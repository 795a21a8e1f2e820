package dev.kiwi.command.mail;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a message goes in, or not: without an SMTP server it is logged and kept nowhere, notices can be switched off,
 * and an address that refused mail gets no more (platform.md 18.2).
 */
final class Letterbox {
    private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\n\\s*");

    private final MailSettings settings;
    private final Layout layout;
    private final Outbox outbox;
    private final BouncedAccounts bounced;
    private final Runnable queued;
    private final Executor afterCommit;

    /**
     * @param queued told that there is something to send
     * @param afterCommit runs what must not happen when the message is taken back
     */
    Letterbox(
            MailSettings settings,
            Layout layout,
            Outbox outbox,
            BouncedAccounts bounced,
            Runnable queued,
            Executor afterCommit) {
        this.settings = settings;
        this.layout = layout;
        this.outbox = outbox;
        this.bounced = bounced;
        this.queued = queued;
        this.afterCommit = afterCommit;
    }

    /** To the account's own address, whichever it has when the message is sent. */
    void tell(Cause cause, String accountId, MailKind kind, Supplier<Draft> draft) {
        if (takes(accountId, kind)) {
            put(cause, accountId, null, draft.get());
        }
    }

    /** To an address that the account wants to have, or had. */
    void write(Cause cause, @Nullable String accountId, String address, MailKind kind, Supplier<Draft> draft) {
        if (isOn(kind)) {
            put(cause, accountId, address, draft.get());
        }
    }

    /** Whether a message to the account's own address would be sent. */
    boolean takes(String accountId, MailKind kind) {
        return isOn(kind) && (settings.server() == null || !bounced.contains(accountId));
    }

    private boolean isOn(MailKind kind) {
        return settings.notices() || !kind.isNotice();
    }

    private void put(Cause cause, @Nullable String accountId, @Nullable String address, Draft draft) {
        if (settings.server() == null) {
            afterCommit.execute(() -> log(accountId, draft));
        } else {
            outbox.queue(cause, accountId, address, draft.kind(), layout.of(draft));
            afterCommit.execute(queued);
        }
    }

    /** One line, as every record of the log; the address is not in it. */
    private static void log(@Nullable String accountId, Draft draft) {
        LOG.info(
                "Not sent, SMTP_HOST is not set: mail to {}: {}: {}",
                accountId == null ? "the operator" : "account " + accountId,
                draft.title(),
                LINE_BREAK.matcher(Layout.text(draft)).replaceAll(" / "));
    }

    /** The account is erased, and with it what was on its way. */
    void forget(String accountId) {
        outbox.dropAllOf(accountId);
    }
}
