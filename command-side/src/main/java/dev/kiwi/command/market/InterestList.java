package dev.kiwi.command.market;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.AddInterestItem;
import dev.kiwi.api.market.BundledItems;
import dev.kiwi.api.market.GetInterestItems.InterestItem;
import dev.kiwi.api.market.MarketEvent.InterestItemAdded;
import dev.kiwi.api.market.MarketEvent.InterestItemRemoved;
import dev.kiwi.api.market.MarketEvent.InterestListReplaced;
import dev.kiwi.api.market.MarketEvent.InterestListSeeded;
import dev.kiwi.api.market.RemoveInterestItem;
import dev.kiwi.api.market.ReplaceInterestItems;
import dev.kiwi.api.market.ReplaceInterestItems.ReplacedItems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Which items are stored (market.md 3). While it is empty, the names that come with Kiwi are it. */
final class InterestList {
    @AggregateIdentifier
    private @Nullable String listId;

    private final Set<String> names = new TreeSet<>();

    /** For Axon, before the first event is applied. */
    InterestList() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    InterestItem decide(AddInterestItem command, Clock clock) {
        String name = command.name().trim();
        Instant now = now(clock);
        Refusal.ifViolated(new InterestItemHasAName(name), new InterestItemIsNew(name, inForce()));
        seed(command.listId());
        apply(new InterestItemAdded(command.listId(), name, command.accountId(), now));
        return new InterestItem(name, command.accountId(), now);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RemoveInterestItem command, Clock clock) {
        Refusal.ifViolated(new InterestItemIsListed(command.name(), inForce()));
        seed(command.listId());
        apply(new InterestItemRemoved(command.listId(), command.name(), command.accountId(), now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReplacedItems decide(ReplaceInterestItems command, Clock clock) {
        Set<String> wanted = command.names().stream()
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Refusal.ifViolated(new InterestListIsNotEmpty(wanted));
        List<String> removed = without(inForce(), wanted);
        List<String> added = without(wanted, inForce());
        if (!removed.isEmpty() || !added.isEmpty()) {
            seed(command.listId());
            apply(new InterestListReplaced(command.listId(), removed, added, command.accountId(), now(clock)));
        }
        return new ReplacedItems(removed.size(), added.size());
    }

    private Set<String> inForce() {
        return names.isEmpty() ? new TreeSet<>(BundledItems.names()) : names;
    }

    private void seed(String id) {
        if (names.isEmpty()) {
            apply(new InterestListSeeded(id, BundledItems.names(), BundledItems.AT));
        }
    }

    private static List<String> without(Collection<String> all, Set<String> some) {
        return all.stream().filter(name -> !some.contains(name)).toList();
    }

    @EventSourcingHandler
    void evolve(InterestListSeeded event) {
        listId = event.listId();
        names.addAll(event.names());
    }

    @EventSourcingHandler
    void evolve(InterestItemAdded event) {
        names.add(event.name());
    }

    @EventSourcingHandler
    void evolve(InterestItemRemoved event) {
        names.remove(event.name());
    }

    @EventSourcingHandler
    void evolve(InterestListReplaced event) {
        event.removed().forEach(names::remove);
        names.addAll(event.added());
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
