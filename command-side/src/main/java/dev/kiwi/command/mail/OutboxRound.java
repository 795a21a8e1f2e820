package dev.kiwi.command.mail;

import dev.kiwi.command.mail.Courier.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, up to fifty messages. Each is claimed for itself just before it is tried, so that any number of
 * rounds on any number of nodes never try one message at the same time. Blocks.
 */
final class OutboxRound {
    static final int LARGEST = 50;
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRound.class);

    private final Outbox outbox;
    private final BouncedAccounts bouncedAccounts;
    private final Courier courier;
    private final MailAddresses addresses;
    private final Bounces bounces;
    private final MailSettings settings;
    private final MeterRegistry meters;

    OutboxRound(
            Outbox outbox,
            BouncedAccounts bouncedAccounts,
            Courier courier,
            MailAddresses addresses,
            Bounces bounces,
            MailSettings settings,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.bouncedAccounts = bouncedAccounts;
        this.courier = courier;
        this.addresses = addresses;
        this.bounces = bounces;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * @param goOn asked before each message
     * @return false when nothing is due any more, or nothing can go out now
     */
    boolean run(BooleanSupplier goOn) {
        try (Courier.Round round = courier.open()) {
            for (int done = 0; done < LARGEST && goOn.getAsBoolean(); done++) {
                Optional<Outgoing> next = outbox.claim();
                if (next.isEmpty() || !deliver(next.get(), round)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** False when nothing else can go out now. */
    private boolean deliver(Outgoing message, Courier.Round round) {
        LaidOut content = message.content();
        String account = message.accountId();
        String recipient = message.recipient();
        if (content != null && recipient != null) {
            return settle(message, round.send(message.id(), recipient, content));
        }
        if (content != null && account != null) {
            return deliverToOwner(message, account, content, round);
        }
        // Its key is destroyed: the person is gone.
        outbox.drop(message);
        return true;
    }

    private boolean deliverToOwner(Outgoing message, String account, LaidOut content, Courier.Round round) {
        if (bouncedAccounts.contains(account)) {
            outbox.skipped(message, "The account's address is known to take no mail.");
            return true;
        }
        Optional<String> address;
        try {
            address = addresses.of(account, message.position());
        } catch (RuntimeException e) {
            LOG.warn("The address of account {} cannot be read now", account, e);
            return settle(message, new Outcome.NotNow("The account's address cannot be read.", false));
        }
        if (address.isEmpty()) {
            outbox.drop(message);
            return true;
        }
        Outcome outcome = round.send(message.id(), address.get(), content);
        boolean goOn = settle(message, outcome);
        if (outcome instanceof Outcome.Refused) {
            report(account, address.get());
        }
        return goOn;
    }

    private boolean settle(Outgoing message, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent _ -> {
                outbox.sent(message);
                count("sent");
            }
            case Outcome.Refused refused -> {
                outbox.bounced(message, refused.reason());
                count("bounced");
            }
            case Outcome.NotNow failure -> postpone(message, failure.reason());
        }
        return !(outcome instanceof Outcome.NotNow failure && failure.unreachable());
    }

    private void postpone(Outgoing message, String reason) {
        int attempts = message.attempts() + 1;
        if (attempts >= settings.maxAttempts()) {
            LOG.warn("Mail {} is given up after {} attempts: {}", message.id(), attempts, reason);
            outbox.failed(message, reason);
            count("failed");
        } else {
            Duration pause = settings.retryBase().multipliedBy(1L << (attempts - 1));
            LOG.info("Mail {} is tried again in {}", message.id(), pause);
            outbox.later(message, pause, reason);
            count("postponed");
        }
    }

    /** The message is settled already: its account just is not marked when this fails. */
    private void report(String account, String address) {
        try {
            bounces.refused(account, address);
        } catch (RuntimeException e) {
            LOG.error("Account {} could not be marked as one whose address takes no mail", account, e);
        }
    }

    private void count(String outcome) {
        meters.counter("kiwi.mail", "outcome", outcome).increment();
    }
}
