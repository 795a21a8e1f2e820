package dev.kiwi.command.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of mail.
 *
 * @param server null: mail is off, and what would be sent is logged
 * @param from address of the sender; the domain of message ids is its domain
 * @param notices whether security notices and expiry warnings are sent
 * @param poll how often the outbox is looked at when nobody says that there is something
 * @param retryBase pause after the first failure; doubled with each
 * @param retention of a message, whatever became of it
 */
public record MailSettings(
        @Nullable Server server,
        String from,
        String fromName,
        boolean notices,
        Duration poll,
        int maxAttempts,
        Duration retryBase,
        Duration retention,
        Site site) {

    public enum Security {
        NONE,
        /** Begins in the clear and must be encrypted before anything is said. */
        STARTTLS,
        TLS
    }

    /** @param username null for a server that asks for none */
    public record Server(
            String host,
            int port,
            @Nullable String username,
            @Nullable String password,
            Security security) {
        /** Leaves the password out, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Server[" + host + ":" + port + ", " + security + "]";
        }
    }

    /**
     * What messages say of Kiwi itself.
     *
     * @param portal address of the developer portal
     * @param verificationHours how long links to verify or change an address work
     * @param resetHours how long links to choose a new password work
     */
    public record Site(String appName, String portal, String docs, int verificationHours, int resetHours) {}
}
