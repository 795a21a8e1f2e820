package dev.kiwi.projection.machinery;

import java.util.function.Function;

/**
 * One read model; declared as a bean beside its projector. Everything it names can be dropped and rebuilt.
 *
 * @param name lower-case with underscores, for example {@code token}; also the Postgres schema of the live version, or
 *     the prefix of its Mongo collections
 * @param storage where the read model lives
 * @param ddl class-path resource with the statements that create the empty Postgres tables, unqualified names (the
 *     schema is on the search path); empty text for Mongo
 * @param segments parallel segments; more than one only where order across aggregates does not matter
 * @param batchSize events that share one transaction
 * @param projector makes the object with the {@code @EventHandler} methods for one version (live or shadow)
 */
public record ProjectionDefinition(
        String name, Storage storage, String ddl, int segments, int batchSize, Function<ReadModel, Object> projector) {

    public enum Storage {
        POSTGRES,
        MONGO
    }
}
