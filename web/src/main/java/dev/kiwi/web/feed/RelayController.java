package dev.kiwi.web.feed;

import dev.kiwi.command.feed.RelayStatus;
import dev.kiwi.command.feed.Relays;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the relays fare: their age, and what went wrong last. A fetch out of turn is a run of the relay's job. */
@RestController
class RelayController {
    private final Relays relays;
    private final BlockingWork blocking;

    RelayController(Relays relays, BlockingWork blocking) {
        this.relays = relays;
        this.blocking = blocking;
    }

    record RelayList(List<RelayStatus> items, int count) {}

    @GetMapping("/admin/feeds")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    Mono<RelayList> list() {
        return blocking.call(() -> {
            List<RelayStatus> items = relays.list();
            return new RelayList(items, items.size());
        });
    }
}
