package dev.kiwi.command.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A message in its MIME form, with the headers of platform.md 18.2. */
final class SmtpMessage extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    // The library asks for a subclass: it makes up an id of its own whenever a message is saved.
    private SmtpMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage of(
            Session session, MailSettings settings, String id, InternetAddress to, LaidOut content, Instant now)
            throws MessagingException {
        InternetAddress sender = sender(settings);
        String domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@'));
        SmtpMessage message = new SmtpMessage(session, "<" + id + domain + ">");
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(PlainWords.of(content.subject(), "no subject"), UTF_8);
        message.setSentDate(Date.from(now));
        // Answers of machines, such as notes of absence, are wanted by nobody.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (content.html() == null) {
            message.setText(content.text(), UTF_8);
        } else {
            // The last alternative is the one that is preferred.
            message.setContent(
                    new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
        }
        message.saveChanges();
        return message;
    }

    /** @throws AddressException for anything but one bare address */
    static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        try {
            InternetAddress address =
                    new InternetAddress(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)));
            address.validate();
            return address;
        } catch (IllegalArgumentException e) {
            throw new AddressException("Not a domain", text);
        }
    }

    private static InternetAddress sender(MailSettings settings) throws MessagingException {
        InternetAddress sender = address(settings.from());
        try {
            sender.setPersonal(PlainWords.of(settings.fromName(), settings.from()), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("Every JDK has UTF-8", e);
        }
        return sender;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
