package dev.kiwi.web.mail;

import dev.kiwi.command.mail.OutboxDesk;
import dev.kiwi.web.pending.OpenQueue;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages that failed for good, until an operator has them tried again or they expire. */
@Component
final class UndeliveredMail implements OpenQueue {
    private final OutboxDesk desk;

    UndeliveredMail(OutboxDesk desk) {
        this.desk = desk;
    }

    @Override
    public String tab() {
        return "mail";
    }

    /** A bounced one waits for nobody: its address refuses mail. */
    @Override
    public List<Waiting> waiting() {
        return List.of(new Waiting("failed", desk.count("failed")));
    }
}
