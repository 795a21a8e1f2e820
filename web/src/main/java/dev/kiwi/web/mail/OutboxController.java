package dev.kiwi.web.mail;

import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.command.mail.OutboxDesk;
import dev.kiwi.command.mail.OutboxItem;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.paging.CursorQuery;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of mail (platform.md 18.2), for administrators. Bodies hold credentials and are shown to nobody. */
@RestController
@RequestMapping("/admin/mail/outbox")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class OutboxController {
    private final OutboxDesk desk;
    private final BlockingWork blocking;

    OutboxController(OutboxDesk desk, BlockingWork blocking) {
        this.desk = desk;
        this.blocking = blocking;
    }

    @GetMapping
    Mono<CursorPage<OutboxItem>> list(
            @RequestParam(required = false) @Pattern(regexp = "(pending|sending|sent|bounced|failed)?") @Nullable
                    String status,
            CursorQuery page) {
        String wanted = status == null || status.isEmpty() ? null : status;
        return blocking.call(() -> page.page(desk.list(wanted, page.cursor(), page.fetch()), OutboxItem::id));
    }

    /** 404 for an unknown message, 409 for one that is sent or being sent. */
    @PostMapping("/{id}/retry")
    Mono<OutboxItem> retry(@PathVariable @EntityId String id) {
        return blocking.call(() -> desk.retry(id));
    }
}
