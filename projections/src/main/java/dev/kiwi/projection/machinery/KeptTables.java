package dev.kiwi.projection.machinery;

/** A process manager's tables: migrations make them, and nothing here drops, fills again or replaces them. */
record KeptTables() implements VersionStore {
    @Override
    public void createEmpty(Version version) {
        // Made by the migrations of its owner.
    }

    @Override
    public void completeShadow(Version shadow) {
        throw neverRebuilt(shadow.definition());
    }

    @Override
    public void drop(Version version) {
        // What it has done cannot be done again.
    }

    @Override
    public String checksum(Version version) {
        throw neverRebuilt(version.definition());
    }

    @Override
    public void swap(ProjectionDefinition definition) {
        throw neverRebuilt(definition);
    }

    @Override
    public void completeSwap(ProjectionDefinition definition) {
        throw neverRebuilt(definition);
    }

    @Override
    public void dropReplaced(ProjectionDefinition definition) {
        throw neverRebuilt(definition);
    }

    private static IllegalStateException neverRebuilt(ProjectionDefinition definition) {
        return new IllegalStateException(definition.name() + " is a process manager and never rebuilt");
    }
}
