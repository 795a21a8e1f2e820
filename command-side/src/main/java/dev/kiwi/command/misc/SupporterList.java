package dev.kiwi.command.misc;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.misc.AddSupporter;
import dev.kiwi.api.misc.RemoveSupporter;
import dev.kiwi.api.misc.ReplaceSupporters;
import dev.kiwi.api.misc.ReplaceSupporters.ReplacedSupporters;
import dev.kiwi.api.misc.SeedSupporters;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.api.misc.SupporterEvent.SupporterAdded;
import dev.kiwi.api.misc.SupporterEvent.SupporterRemoved;
import dev.kiwi.api.misc.SupporterEvent.SupportersReplaced;
import dev.kiwi.api.misc.SupporterKey;
import dev.kiwi.command.misc.SupporterRule.ListIsReasonable;
import dev.kiwi.command.misc.SupporterRule.NameIsNew;
import dev.kiwi.command.misc.SupporterRule.NameIsThere;
import dev.kiwi.command.misc.SupporterRule.SupporterHasAName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Those who are thanked, in the order in which they came. */
final class SupporterList {
    @AggregateIdentifier
    private @Nullable String key;

    private final List<String> names = new ArrayList<>();

    /** For Axon, before the first event is applied. */
    SupporterList() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Supporter decide(AddSupporter command, Clock clock) {
        String name = command.name().strip();
        Refusal.ifViolated(
                new SupporterHasAName(name), new NameIsNew(name, names), new ListIsReasonable(names.size() + 1));
        Instant now = now(clock);
        apply(new SupporterAdded(name, command.by(), now));
        return new Supporter(name, command.by(), now.getEpochSecond());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RemoveSupporter command, Clock clock) {
        Refusal.ifViolated(new NameIsThere(command.name(), names));
        apply(new SupporterRemoved(command.name(), now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReplacedSupporters decide(ReplaceSupporters command, Clock clock) {
        int before = names.size();
        List<String> after = distinct(command.names());
        Refusal.ifViolated(new ListIsReasonable(after.size()));
        apply(new SupportersReplaced(after, command.by(), now(clock)));
        return new ReplacedSupporters(before, after.size());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SeedSupporters command, Clock clock) {
        if (key == null) {
            List<String> first = distinct(command.names());
            Refusal.ifViolated(new ListIsReasonable(first.size()));
            apply(new SupportersReplaced(first, null, now(clock)));
        }
    }

    private static List<String> distinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && seen.add(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @EventSourcingHandler
    void evolve(SupporterAdded event) {
        key = SupporterKey.LIST;
        names.add(event.name());
    }

    @EventSourcingHandler
    void evolve(SupporterRemoved event) {
        names.remove(event.name());
    }

    @EventSourcingHandler
    void evolve(SupportersReplaced event) {
        key = SupporterKey.LIST;
        names.clear();
        names.addAll(event.names());
    }

    // Milliseconds are what the API shows elsewhere, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
