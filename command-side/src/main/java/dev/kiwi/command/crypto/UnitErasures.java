package dev.kiwi.command.crypto;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The subjects whose keys one unit of work destroys; they go in the transaction of its events. */
public final class UnitErasures {
    private static final String RESOURCE = UnitErasures.class.getName();

    private UnitErasures() {}

    /** Adds a subject to the root of the unit; a nested unit that rolls back takes it back. */
    static void add(UnitOfWork<?> unit, String subject) {
        subjects(unit.root()).add(subject);
        unit.onRollback(rolledBack -> subjects(unit.root()).remove(subject));
    }

    /** Subjects whose keys the unit of work wants destroyed. */
    public static List<String> of(UnitOfWork<?> root) {
        return List.copyOf(subjects(root));
    }

    private static List<String> subjects(UnitOfWork<?> root) {
        return root.getOrComputeResource(RESOURCE, key -> new ArrayList<>());
    }
}
