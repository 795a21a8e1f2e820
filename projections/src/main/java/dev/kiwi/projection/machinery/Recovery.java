package dev.kiwi.projection.machinery;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a projection's tables into order before its processor starts: whatever a killed node has left of it. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Stores stores;
    private final Registry registry;
    private final RebuildProgress progress;
    private final ProjectionSettings settings;

    Recovery(Stores stores, Registry registry, RebuildProgress progress, ProjectionSettings settings) {
        this.stores = stores;
        this.registry = registry;
        this.progress = progress;
        this.settings = settings;
    }

    /** The caller holds the projection's lock. */
    void recover(ProjectionDefinition definition, VersionStore store) {
        registry.find(definition.name())
                .ifPresentOrElse(entry -> tidyUp(definition, store, entry), () -> createLive(definition, store));
        if (definition.storage() == ProjectionDefinition.Storage.MONGO) {
            rewindToCheckpoints(Version.live(definition));
        }
    }

    private void createLive(ProjectionDefinition definition, VersionStore store) {
        Version live = Version.live(definition);
        store.createEmpty(live);
        stores.transaction().executeWithoutResult(_ -> {
            deleteRows(live);
            registry.insert(definition.name(), Version.hash(definition));
            if (definition.isProcess()) {
                // Now, not when its processor gets to it: what is appended from here on is its business.
                stores.tokenStore()
                        .initializeTokenSegments(
                                live.processor(),
                                definition.segments(),
                                stores.source().createHeadToken());
            }
        });
        LOG.info("Projection {} is created", definition.name());
    }

    private void tidyUp(ProjectionDefinition definition, VersionStore store, Registry.Entry entry) {
        if (entry.swapped()) {
            store.completeSwap(definition);
            store.dropReplaced(definition);
            registry.setSwapped(definition.name(), false);
        }
        dropShadow(definition, store);
        if (entry.held()) {
            registry.setHeld(definition.name(), false);
        }
        if (entry.isRebuilding() && entry.rebuild() != null) {
            progress.interrupted(entry.rebuild());
        }
    }

    void dropShadow(ProjectionDefinition definition, VersionStore store) {
        Version shadow = Version.shadow(definition);
        store.drop(shadow);
        stores.transaction().executeWithoutResult(_ -> deleteRows(shadow));
    }

    private void deleteRows(Version version) {
        stores.tokens().delete(version.processor());
        stores.letters().delete(version.processor());
    }

    /** Documents that a killed Mongo store has lost are written again: their events are read again. */
    private void rewindToCheckpoints(Version live) {
        if (!stores.tokens().isFree(live.processor(), settings.nodeId(), settings.claimTimeout())) {
            // Another node projects right now, so its store is up and its checkpoints are its own affair.
            return;
        }
        Map<Integer, Long> checkpoints = stores.mongo().checkpoints(live);
        stores.tokens().positions(live.processor()).forEach((segment, position) -> {
            long checkpoint = checkpoints.getOrDefault(segment, Tokens.NONE);
            if (checkpoint < position) {
                LOG.warn("Projection {} goes back from {} to {}", live.processor(), position, checkpoint);
                stores.tokens().rewind(live.processor(), segment, checkpoint);
            }
        });
    }
}
