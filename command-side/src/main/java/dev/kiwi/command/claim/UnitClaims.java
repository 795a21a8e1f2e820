package dev.kiwi.command.claim;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The claim changes of one unit of work, in the order in which its handler asked for them. */
public final class UnitClaims {
    private static final String RESOURCE = UnitClaims.class.getName();

    private UnitClaims() {}

    /** Adds a change to the root of the unit; a nested unit that rolls back takes its changes with it. */
    static void add(UnitOfWork<?> unit, ClaimChange change) {
        changes(unit.root()).add(change);
        unit.onRollback(rolledBack -> changes(unit.root()).removeIf(other -> other == change));
    }

    /** What the unit of work wants to change. */
    public static List<ClaimChange> of(UnitOfWork<?> root) {
        return List.copyOf(changes(root));
    }

    private static List<ClaimChange> changes(UnitOfWork<?> root) {
        return root.getOrComputeResource(RESOURCE, key -> new ArrayList<>());
    }
}
