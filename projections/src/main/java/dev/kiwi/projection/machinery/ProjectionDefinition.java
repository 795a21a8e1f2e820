package dev.kiwi.projection.machinery;

import java.util.function.Function;

/**
 * One read model, or one process manager; declared as a bean. Everything that a read model names can be dropped and
 * rebuilt. A process manager acts on what happens from now on, so nothing of it can (ADR 0018).
 *
 * @param name lower-case with underscores, for example {@code token}; also the Postgres schema of the live version, or
 *     the prefix of its Mongo collections
 * @param role whether its events may be handled again
 * @param storage where the read model lives
 * @param ddl class-path resource with the statements that create the empty Postgres tables, unqualified names (the
 *     schema is on the search path); empty text for Mongo and for a process manager, whose tables migrations make
 * @param segments parallel segments; more than one only where order across aggregates does not matter
 * @param batchSize events that share one transaction
 * @param projector makes the object with the {@code @EventHandler} methods for one version (live or shadow)
 */
public record ProjectionDefinition(
        String name,
        Role role,
        Storage storage,
        String ddl,
        int segments,
        int batchSize,
        Function<ReadModel, Object> projector) {
    private static final int PROCESS_BATCH = 100;

    public enum Storage {
        POSTGRES,
        MONGO
    }

    public enum Role {
        /** Begins with the first event of the store, and again with every rebuild. */
        READ_MODEL,
        /** Begins at the head of the store when it first exists, and is never rebuilt. */
        PROCESS
    }

    /** A read model. */
    public ProjectionDefinition(
            String name,
            Storage storage,
            String ddl,
            int segments,
            int batchSize,
            Function<ReadModel, Object> projector) {
        this(name, Role.READ_MODEL, storage, ddl, segments, batchSize, projector);
    }

    /** A process manager in Postgres, in the order of the store. */
    public static ProjectionDefinition process(String name, Function<ReadModel, Object> handlers) {
        return new ProjectionDefinition(name, Role.PROCESS, Storage.POSTGRES, "", 1, PROCESS_BATCH, handlers);
    }

    boolean isProcess() {
        return role == Role.PROCESS;
    }
}
