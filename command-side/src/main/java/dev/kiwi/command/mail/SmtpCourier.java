package dev.kiwi.command.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out by SMTP. A server that wants what we cannot give (encryption, a log-in) is unreachable. */
final class SmtpCourier implements Courier {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpCourier.class);
    /** For connecting, and for each answer of the server: a dozen of them stay well within a claim. */
    private static final String PATIENCE_MILLIS =
            Long.toString(Duration.ofSeconds(15).toMillis());

    private final MailSettings settings;
    private final MailSettings.Server server;
    private final Clock clock;

    SmtpCourier(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.server = Objects.requireNonNull(settings.server(), "mail is off");
        this.clock = clock;
    }

    @Override
    public Round open() {
        return connection(false);
    }

    private Connection connection(boolean international) {
        return new Connection(Session.getInstance(properties(international)), international);
    }

    /** @param international for an address that ASCII cannot write; the server must know of such */
    private Properties properties(boolean international) {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", Boolean.toString(international));
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.auth", Boolean.toString(server.username() != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailSettings.Security.TLS));
        boolean startTls = server.security() == MailSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        // A bounce goes to where the message came from.
        properties.put("mail.smtp.from", settings.from());
        return properties;
    }

    private final class Connection implements Round {
        private final Session session;
        private final boolean international;
        private @Nullable Transport transport;

        private Connection(Session session, boolean international) {
            this.session = session;
            this.international = international;
        }

        @Override
        public Outcome send(String id, String address, LaidOut content) {
            String local = address.substring(0, address.lastIndexOf('@') + 1);
            if (international || StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
                return sendHere(id, address, content);
            }
            try (Connection other = connection(true)) {
                return other.sendHere(id, address, content);
            }
        }

        private Outcome sendHere(String id, String address, LaidOut content) {
            InternetAddress to;
            try {
                to = SmtpMessage.address(address);
            } catch (AddressException e) {
                return new Outcome.Refused("No address that mail can be sent to: " + e.getMessage());
            }
            try {
                return send(SmtpMessage.of(session, settings, id, to, content, clock.instant()), to);
            } catch (MessagingException e) {
                return new Outcome.NotNow(SmtpReply.reason(e), false);
            }
        }

        private Outcome send(MimeMessage message, InternetAddress to) {
            Transport connected;
            try {
                connected = connected();
            } catch (MessagingException e) {
                close();
                return new Outcome.NotNow(SmtpReply.reason(e), true);
            }
            try {
                connected.sendMessage(message, new InternetAddress[] {to});
                return new Outcome.Sent();
            } catch (MessagingException e) {
                // What state the connection is in cannot be told from every failure.
                close();
                return SmtpReply.of(e);
            }
        }

        private Transport connected() throws MessagingException {
            if (transport == null) {
                transport = session.getTransport();
                transport.connect(server.username(), server.password());
            }
            return transport;
        }

        @Override
        public void close() {
            try (Transport closing = transport) {
                transport = null;
            } catch (MessagingException e) {
                LOG.debug("The SMTP server has gone first", e);
            }
        }
    }
}
