package dev.kiwi.web.export;

import dev.kiwi.command.mail.OutboxDesk;
import dev.kiwi.command.mail.OutboxItem;
import dev.kiwi.web.http.BlockingWork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The mails of the last weeks to the account; their words are not kept once they are sent. */
@Component
@Order(5)
final class MailsPart implements ExportPart {
    private final OutboxDesk desk;
    private final BlockingWork blocking;

    MailsPart(OutboxDesk desk, BlockingWork blocking) {
        this.desk = desk;
        this.blocking = blocking;
    }

    /** @param to null for the account's own address */
    record Mail(
            String kind,
            @Nullable String to,
            String subject,
            String status,
            Instant createdAt,
            @Nullable Instant sentAt) {

        static Mail of(OutboxItem item) {
            return new Mail(item.kind(), item.to(), item.subject(), item.status(), item.createdAt(), item.sentAt());
        }
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public Flux<Mail> items(String accountId) {
        return blocking.call(() -> desk.ofAccount(accountId))
                .flatMapIterable(items -> items)
                .map(Mail::of);
    }
}
