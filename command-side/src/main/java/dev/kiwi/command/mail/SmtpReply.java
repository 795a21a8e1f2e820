package dev.kiwi.command.mail;

import dev.kiwi.command.mail.Courier.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure to send says of the address (platform.md 18.2). */
final class SmtpReply {
    private static final int PERMANENT = 500;

    private SmtpReply() {}

    /**
     * For good when the server says 5xx of the recipient or of the message. A sender that it refuses is the operator's
     * mistake: it says nothing of the recipient and is tried again, as everything else is.
     */
    static Outcome of(MessagingException failure) {
        if (find(failure, SMTPSenderFailedException.class).isPresent()) {
            return new Outcome.NotNow(reason(failure), false);
        }
        boolean permanent = find(failure, SMTPAddressFailedException.class)
                .map(SMTPAddressFailedException::getReturnCode)
                .or(() -> find(failure, SMTPSendFailedException.class)
                        .filter(reply -> !isAboutSender(reply))
                        .map(SMTPSendFailedException::getReturnCode))
                .map(code -> code >= PERMANENT)
                .orElseGet(() -> isRefusedByAll(failure));
        return permanent ? new Outcome.Refused(reason(failure)) : new Outcome.NotNow(reason(failure), false);
    }

    private static boolean isAboutSender(SMTPSendFailedException reply) {
        String command = reply.getCommand();
        return command != null && command.startsWith("MAIL");
    }

    /** Without a reply there is nothing but the word of the library. */
    private static boolean isRefusedByAll(MessagingException failure) {
        return failure instanceof SendFailedException refused
                && !(failure instanceof SMTPSendFailedException)
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    private static <T extends Exception> Optional<T> find(MessagingException failure, Class<T> type) {
        for (Exception each = failure; each != null; each = next(each)) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    /** The innermost one says most. */
    static String reason(MessagingException failure) {
        Exception innermost = failure;
        for (Exception each = failure; each != null; each = next(each)) {
            innermost = each;
        }
        return PlainWords.of(innermost.getMessage(), innermost.getClass().getSimpleName());
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
