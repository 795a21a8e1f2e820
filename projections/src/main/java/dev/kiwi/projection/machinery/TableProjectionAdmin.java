package dev.kiwi.projection.machinery;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers from the tables, on any node; what it changes there, the nodes that run processors make come true. */
final class TableProjectionAdmin implements ProjectionAdmin {
    private final ProjectionEngine engine;
    private final ProjectionWatch watch;
    private final Stores stores;
    private final Registry registry;
    private final RebuildProgress progress;
    private final LetterRetry letterRetry;

    TableProjectionAdmin(
            ProjectionEngine engine,
            ProjectionWatch watch,
            Stores stores,
            Registry registry,
            RebuildProgress progress,
            LetterRetry letterRetry) {
        this.engine = engine;
        this.watch = watch;
        this.stores = stores;
        this.registry = registry;
        this.progress = progress;
        this.letterRetry = letterRetry;
    }

    @Override
    public List<Status> list() {
        watch.look();
        Map<String, Registry.Entry> entries = registry.all();
        return engine.definitions().stream()
                .map(definition -> status(definition, entries.get(definition.name())))
                .toList();
    }

    @Override
    public Status get(String name) {
        LiveProjection projection = engine.projection(name);
        watch.look();
        return status(projection.definition(), registry.all().get(name));
    }

    private Status status(ProjectionDefinition definition, Registry.@Nullable Entry entry) {
        LiveProjection projection = engine.projection(definition.name());
        Standing standing = watch.of(definition.name());
        Rebuild rebuild = rebuild(definition.name(), entry);
        return new Status(
                definition.name(),
                definition.storage().name().toLowerCase(java.util.Locale.ROOT),
                state(projection, entry, rebuild, standing),
                standing.position(),
                standing.head(),
                standing.lag(),
                standing.eventsPerSecond(),
                definition.segments(),
                standing.filling().letters(),
                error(projection, standing),
                Alarm.of(standing).stream()
                        .map(alarm -> alarm.sentence(definition.name(), standing))
                        .toList(),
                rebuild);
    }

    private static String state(
            LiveProjection projection, Registry.@Nullable Entry entry, @Nullable Rebuild rebuild, Standing standing) {
        if (rebuild != null && rebuild.finishedAt() == null) {
            return "rebuilding";
        }
        if (projection.isBroken() || entry == null || entry.isOutdated(projection.definition())) {
            return "failed";
        }
        if (entry.paused()) {
            return "paused";
        }
        if (standing.stalled()) {
            return "stalled";
        }
        return projection.error() == null ? "running" : "failed";
    }

    private static @Nullable String error(LiveProjection projection, Standing standing) {
        String error = projection.error();
        if (error != null) {
            return error;
        }
        String full = standing.filling().newestError();
        return full == null ? null : full.lines().findFirst().orElse(full);
    }

    @Override
    public void pause(String name) {
        setPaused(name, true);
    }

    @Override
    public void resume(String name) {
        setPaused(name, false);
    }

    private void setPaused(String name, boolean paused) {
        engine.projection(name);
        if (!registry.setPaused(name, paused)) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "Projection " + name + (paused ? " is not running." : " is not paused."));
        }
        engine.apply(name);
    }

    @Override
    public void replay(String name) {
        engine.readModel(name);
        if (engine.runsProcessors()) {
            engine.rebuild(name);
            return;
        }
        boolean busy = registry.find(name)
                .filter(entry -> entry.isRebuilding() || entry.rebuildRequested())
                .isPresent();
        if (busy) {
            throw new Refusal(ErrorCode.CONFLICT, "Projection " + name + " is being rebuilt already.");
        }
        registry.setRebuildRequested(name, true);
    }

    @Override
    public boolean replayNext(String name) {
        engine.readModel(name);
        try {
            replay(name);
            return true;
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.CONFLICT) {
                throw refusal;
            }
            registry.setRebuildRequested(name, true);
            return false;
        }
    }

    @Override
    public @Nullable Rebuild rebuild(String name) {
        engine.projection(name);
        return rebuild(name, registry.find(name).orElse(null));
    }

    private @Nullable Rebuild rebuild(String name, Registry.@Nullable Entry entry) {
        Rebuild here = progress.of(name);
        return here != null && here.finishedAt() == null ? here : entry == null ? here : entry.rebuild();
    }

    @Override
    public AutoCloseable onProgress(Consumer<Rebuild> listener) {
        return progress.listen(listener);
    }

    @Override
    public List<Letter> deadLetters(String name, int limit, int offset) {
        engine.projection(name);
        return stores.letters().list(name, limit, offset);
    }

    @Override
    public boolean retry(String name, String letterId) {
        ProjectionDefinition definition = engine.projection(name).definition();
        String sequence = sequence(name, letterId);
        return engine.whileHeld(name, () -> letterRetry.retry(definition, sequence));
    }

    private String sequence(String name, String letterId) {
        Optional<String> sequence = stores.letters().sequence(name, letterId);
        return sequence.orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "No such dead letter."));
    }

    @Override
    public void evict(String name, String letterId) {
        engine.projection(name);
        if (!stores.letters().evict(name, letterId)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "No such dead letter.");
        }
    }
}
