package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a shadow in the live version's place, both standing at exactly the same position. */
final class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);
    private static final Duration ALIGN = Duration.ofSeconds(60);

    private final LiveProjection projection;
    private final Stores stores;
    private final Registry registry;
    private final Processors processors;
    private final ObjLongConsumer<String> report;
    private final ProjectionDefinition definition;
    private final Version live;
    private final Version shadow;

    Swap(
            LiveProjection projection,
            Stores stores,
            Registry registry,
            Processors processors,
            ObjLongConsumer<String> report) {
        this.projection = projection;
        this.stores = stores;
        this.registry = registry;
        this.processors = processors;
        this.report = report;
        this.definition = projection.definition();
        this.live = Version.live(definition);
        this.shadow = Version.shadow(definition);
    }

    Checksums run() {
        Checksums checksums = projection.whileHeld(this::swapHeld);
        // Waits for readers that still look at the replaced tables, so it comes after the live processor has started.
        projection.store().dropReplaced(definition);
        registry.setSwapped(definition.name(), false);
        return checksums;
    }

    private Checksums swapHeld() {
        boolean outdated = registry.find(definition.name()).orElseThrow().isOutdated(definition);
        long position = Math.max(
                Tokens.furthest(stores.tokens().positions(live.processor())),
                Tokens.furthest(stores.tokens().positions(shadow.processor())));
        report.accept(RebuildProgress.SWAPPING, position);
        if (!align(shadow, position)) {
            throw new IllegalStateException("The shadow does not reach position " + position);
        }
        // Other tables, or a live version that cannot move: there is nothing to compare with.
        boolean comparable = !outdated && align(live, position);
        // Aligning gives the claims back.
        projection.seize();
        String before = comparable ? projection.store().checksum(live) : null;
        String after = projection.store().checksum(shadow);
        if (before != null && !before.equals(after)) {
            LOG.warn("The rebuilt {} differs from the replaced one: {} is now {}", definition.name(), before, after);
        }
        commit();
        projection.store().completeSwap(definition);
        processors.swapped(definition);
        if (definition.storage() == ProjectionDefinition.Storage.MONGO) {
            registry.setSwapped(definition.name(), false);
        }
        return new Checksums(before, after);
    }

    /** Lets a version read on to the position and no further; false when it does not get there. */
    private boolean align(Version version, long position) {
        if (isAt(version, position)) {
            return true;
        }
        VersionProcessor processor = processors
                .create(version, new GatedSource(stores.source(), () -> position))
                .start();
        try {
            Instant deadline = Instant.now().plus(ALIGN);
            while (!isAt(version, position) && Instant.now().isBefore(deadline) && processor.failure() == null) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        } finally {
            processor.stop();
        }
        return isAt(version, position);
    }

    private boolean isAt(Version version, long position) {
        Map<Integer, Long> segments = stores.tokens().positions(version.processor());
        return Tokens.completed(segments) == position && Tokens.furthest(segments) == position;
    }

    private void commit() {
        stores.transaction().executeWithoutResult(_ -> {
            projection.store().swap(definition);
            stores.tokens().delete(live.processor());
            stores.tokens().rename(shadow.processor(), live.processor());
            projection.seize();
            stores.letters().delete(live.processor());
            stores.letters().rename(shadow.processor(), live.processor());
            registry.setHash(definition.name(), Version.hash(definition));
            registry.setSwapped(definition.name(), true);
        });
    }

    /** @param before null when the replaced version could not be brought to the same position */
    record Checksums(@Nullable String before, String after) {}
}
