package dev.kiwi.command.locker;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.Aggregates;
import dev.kiwi.command.dispatch.CommandComponent;
import dev.kiwi.command.locker.Locker.Rent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Commands on several lockers at once, or on none. */
@CommandComponent
public class LockerDesk {
    public record StoreInBoth(String first, String second, List<String> items, boolean thenRefuse) {}

    public record RentPair(String first, String second) {}

    public record Reserve(String label) {}

    private final Repository<Locker> lockers;
    private final Claims claims;

    public LockerDesk(Aggregates aggregates, Claims claims) {
        this.lockers = aggregates.repositoryFor(Locker.class);
        this.claims = claims;
    }

    @CommandHandler
    void handle(StoreInBoth command) {
        lockers.load(command.first()).execute(locker -> locker.store(command.items()));
        lockers.load(command.second()).execute(locker -> locker.store(command.items()));
        claims.claim("pair", command.first(), command.second());
        if (command.thenRefuse()) {
            throw new Refusal(ErrorCode.FORBIDDEN, "No.");
        }
    }

    @CommandHandler
    void handle(RentPair command) throws Exception {
        lockers.newInstance(() -> new Locker(new Rent(command.first(), command.first(), "account:1", "a@b"), claims));
        lockers.newInstance(() -> new Locker(new Rent(command.second(), command.second(), "account:1", "a@b"), claims));
    }

    @CommandHandler
    void handle(Reserve command) {
        claims.claim("locker_label", command.label(), "desk");
    }
}
