package dev.kiwi.command.giveaway;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.kiwi.api.giveaway.AddCodes;
import dev.kiwi.api.giveaway.CreateDrawer;
import dev.kiwi.api.giveaway.DeleteCode;
import dev.kiwi.api.giveaway.DeleteDrawer;
import dev.kiwi.api.giveaway.DrawerKey;
import dev.kiwi.api.giveaway.EditCode;
import dev.kiwi.api.giveaway.EditDrawer;
import dev.kiwi.api.giveaway.PrizeEvent.CodeDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.CodeEdited;
import dev.kiwi.api.giveaway.PrizeEvent.CodesAdded;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerCreated;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerEdited;
import dev.kiwi.api.giveaway.PrizeEvent.NewCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A named prize and its interchangeable codes. What uses a code is decided by claims ({@link CodeUses}), not here. */
final class PrizeDrawer {
    /** Keeps an event far below the size at which payloads are stored apart. */
    static final int CODES_AN_EVENT = 200;

    @AggregateIdentifier
    private @Nullable String key;

    private String drawerId = "";
    private String name = "";
    private @Nullable String description;
    private final Map<String, NewCode> codes = new LinkedHashMap<>();

    /** For Axon, before the first event is applied. */
    PrizeDrawer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateDrawer command, Clock clock) {
        apply(new DrawerCreated(command.drawerId(), command.name(), command.description(), now(clock)));
    }

    @CommandHandler
    void decide(EditDrawer command, Clock clock) {
        String newName = Objects.requireNonNullElse(command.name(), name);
        String asked = command.description();
        String newDescription = asked == null ? description : asked.isBlank() ? null : asked;
        if (!newName.equals(name) || !Objects.equals(newDescription, description)) {
            apply(new DrawerEdited(drawerId, newName, newDescription, now(clock)));
        }
    }

    @CommandHandler
    AddCodes.Outcome decide(AddCodes command, CodeUses uses, PrizeTexts texts, Clock clock) {
        OfferedCodes offered = OfferedCodes.of(command.codes());
        Refusal.ifViolated(offered);
        Set<String> known = codes.values().stream().map(NewCode::hash).collect(Collectors.toUnmodifiableSet());
        List<NewCode> added = new ArrayList<>();
        for (String text : offered.texts()) {
            String hash = texts.hash(drawerId, text);
            if (known.contains(hash)) {
                continue;
            }
            NewCode code = new NewCode(newId(), newId(), hash);
            texts.put(drawerId, code.codeId(), code.textId(), text);
            uses.added(drawerId, code.codeId());
            added.add(code);
        }
        for (int from = 0; from < added.size(); from += CODES_AN_EVENT) {
            List<NewCode> some = added.subList(from, Math.min(from + CODES_AN_EVENT, added.size()));
            apply(new CodesAdded(drawerId, List.copyOf(some), now(clock)));
        }
        return new AddCodes.Outcome(added.size(), offered.texts().size() - added.size());
    }

    @CommandHandler
    void decide(EditCode command, CodeUses uses, PrizeTexts texts, Clock clock) {
        NewCode code = code(command.codeId());
        OfferedCodes offered = OfferedCodes.of(List.of(command.text()));
        Refusal.ifViolated(new CodeIsNotAwarded(uses.holdAndTellIfAwarded(code.codeId())), offered);
        String text = offered.texts().getFirst();
        String hash = texts.hash(drawerId, text);
        if (hash.equals(code.hash())) {
            return;
        }
        if (codes.values().stream().anyMatch(other -> other.hash().equals(hash))) {
            throw new Refusal(ErrorCode.CONFLICT, "The drawer has this code already.");
        }
        String textId = newId();
        texts.put(drawerId, code.codeId(), textId, text);
        uses.corrected(drawerId, code.codeId(), textId);
        texts.forgetWithCommit(List.of(code.textId()));
        apply(new CodeEdited(drawerId, code.codeId(), textId, hash, now(clock)));
    }

    @CommandHandler
    void decide(DeleteCode command, CodeUses uses, PrizeTexts texts, Clock clock) {
        NewCode code = code(command.codeId());
        Refusal.ifViolated(new CodeIsAvailable(uses, code.codeId()));
        uses.throwAway(drawerId, List.of(code.codeId()));
        texts.forgetWithCommit(List.of(code.textId()));
        apply(new CodeDeleted(drawerId, code.codeId(), now(clock)));
    }

    @CommandHandler
    void decide(DeleteDrawer command, CodeUses uses, PrizeTexts texts, Clock clock) {
        Refusal.ifViolated(new CodesAreAvailable(uses, drawerId));
        uses.throwAway(drawerId, codes.keySet());
        texts.forgetWithCommit(codes.values().stream().map(NewCode::textId).toList());
        apply(new DrawerDeleted(drawerId, now(clock)));
    }

    private NewCode code(String codeId) {
        NewCode code = codes.get(codeId);
        if (code == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such code.");
        }
        return code;
    }

    private static String newId() {
        return ObjectId.get().toHexString();
    }

    @EventSourcingHandler
    void evolve(DrawerCreated event) {
        key = DrawerKey.of(event.drawerId());
        drawerId = event.drawerId();
        name = event.name();
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(DrawerEdited event) {
        name = event.name();
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(CodesAdded event) {
        event.codes().forEach(code -> codes.put(code.codeId(), code));
    }

    @EventSourcingHandler
    void evolve(CodeEdited event) {
        codes.put(event.codeId(), new NewCode(event.codeId(), event.textId(), event.hash()));
    }

    @EventSourcingHandler
    void evolve(CodeDeleted event) {
        codes.remove(event.codeId());
    }

    @EventSourcingHandler
    void evolve(DrawerDeleted event) {
        markDeleted();
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
