package dev.kiwi.web.pending;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.pending.OpenQueue.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much waits for an administrator, by tab of the portal (platform.md 15.4). */
@RestController
class PendingController {
    private static final Logger LOG = LoggerFactory.getLogger(PendingController.class);
    /** A queue that takes longer is left out like one that fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<OpenQueue> queues;
    private final BlockingWork blocking;

    PendingController(List<OpenQueue> queues, BlockingWork blocking) {
        this.queues = queues;
        this.blocking = blocking;
    }

    /** Both by tab, in alphabetical order; a tab where nothing waits is in neither. */
    record Pending(SortedMap<String, Long> counts, SortedMap<String, List<Waiting>> detail) {
        static Pending of(List<Tab> tabs) {
            Pending pending = new Pending(new TreeMap<>(), new TreeMap<>());
            tabs.stream().filter(tab -> !tab.waiting().isEmpty()).forEach(pending::add);
            return pending;
        }

        private void add(Tab tab) {
            long count = tab.waiting().stream().mapToLong(Waiting::count).sum();
            counts.merge(tab.name(), count, Long::sum);
            detail.merge(
                    tab.name(),
                    tab.waiting(),
                    (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
        }
    }

    private record Tab(String name, List<Waiting> waiting) {}

    @GetMapping("/admin/pending")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    Mono<Pending> pending() {
        return Flux.fromIterable(queues)
                .flatMapSequential(this::count)
                .collectList()
                .map(Pending::of);
    }

    private Mono<Tab> count(OpenQueue queue) {
        return blocking.call(queue::waiting)
                .timeout(PATIENCE)
                .map(waiting -> new Tab(
                        queue.tab(),
                        waiting.stream().filter(some -> some.count() > 0).toList()))
                .onErrorResume(error -> {
                    LOG.warn("What waits in {} could not be counted", queue.tab(), error);
                    return Mono.empty();
                });
    }
}
