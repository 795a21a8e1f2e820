package dev.kiwi.command.mail;

import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.command.dispatch.CommandComponent;
import org.axonframework.commandhandling.CommandHandler;

/** Mail that other contexts ask for by a command, because no event says that it is due. */
@CommandComponent
final class OperatorMail {
    private final Mailroom mailroom;

    OperatorMail(Mailroom mailroom) {
        this.mailroom = mailroom;
    }

    @CommandHandler
    void handle(QueueRateLimitDigest command) {
        mailroom.digest(command);
    }
}
