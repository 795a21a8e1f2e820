package dev.kiwi.command.locker;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.PersonalData;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.locker.LockerEvents.ItemsStored;
import dev.kiwi.api.locker.LockerEvents.LockerRelabelled;
import dev.kiwi.api.locker.LockerEvents.LockerRented;
import dev.kiwi.command.claim.Claims;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A locker is rented under a label that no other locker has, and things are put into it. */
public class Locker {
    public record Rent(@TargetAggregateIdentifier String lockerId, String label, String renter, String email) {}

    public record Store(@TargetAggregateIdentifier String lockerId, List<String> items) {}

    public record Relabel(@TargetAggregateIdentifier String lockerId, String label) {}

    public record Look(@TargetAggregateIdentifier String lockerId) {}

    @AggregateIdentifier
    private String id;

    private String label;

    @DataSubject
    private String renter;

    @PersonalData
    private @Nullable String email;

    // Not final: a snapshot is filled field by field.
    private List<String> items = new ArrayList<>();

    protected Locker() {}

    @CommandHandler
    Locker(Rent command, Claims claims) {
        claims.claim("locker_label", command.label(), command.lockerId());
        apply(new LockerRented(
                command.lockerId(), command.label(), command.renter(), command.email(), java.time.Instant.EPOCH));
    }

    @CommandHandler
    int handle(Store command) {
        if (command.items().isEmpty()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "There is nothing to store.");
        }
        store(command.items());
        return items.size();
    }

    void store(List<String> more) {
        apply(new ItemsStored(id, more));
    }

    @CommandHandler
    int handle(Look command) {
        return items.size();
    }

    @CommandHandler
    void handle(Relabel command, Claims claims) {
        claims.release("locker_label", label);
        claims.claim("locker_label", command.label(), id);
        apply(new LockerRelabelled(id, command.label()));
    }

    @EventSourcingHandler
    void on(LockerRented event) {
        id = event.lockerId();
        label = event.label();
        renter = event.renter();
        email = event.email();
    }

    @EventSourcingHandler
    void on(ItemsStored event) {
        items.addAll(event.items());
    }

    @EventSourcingHandler
    void on(LockerRelabelled event) {
        label = event.label();
    }

    public List<String> items() {
        return items;
    }

    public @Nullable String email() {
        return email;
    }
}
