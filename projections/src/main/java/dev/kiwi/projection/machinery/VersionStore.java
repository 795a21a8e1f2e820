package dev.kiwi.projection.machinery;

/** Creates, compares, swaps and drops the versions of read models in one kind of store. */
sealed interface VersionStore permits PostgresVersions, MongoVersions, KeptTables {
    /**
     * Makes the version's empty tables; whatever lay there is dropped first. A shadow gets those indexes that can wait
     * with {@link #completeShadow}.
     */
    void createEmpty(Version version);

    /** Makes what a full shadow needs beyond its rows; called once, with no processor at work on it. */
    void completeShadow(Version shadow);

    void drop(Version version);

    /** Over all rows of all tables, whatever their order. */
    String checksum(Version version);

    /** Part of the swap's transaction. */
    void swap(ProjectionDefinition definition);

    /** What must be done after the swap has committed and before the live processor goes on; may be repeated. */
    void completeSwap(ProjectionDefinition definition);

    /** Drops what the swap has replaced; may be repeated. */
    void dropReplaced(ProjectionDefinition definition);
}
