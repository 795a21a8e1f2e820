package dev.kiwi.web.stream;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.rotation.RotationSources;
import dev.kiwi.api.rotation.SourceState;
import java.time.Instant;
import java.util.Set;

/** A rotation: computed, or captured by a bot. */
record RotationSource(String type, RotationSources rotations) implements StreamSource {
    private static final Set<String> CAPTURED = Set.of("challenge", "chaos", "luxion");

    @Override
    public Set<Projection> readsFrom() {
        return CAPTURED.contains(type) ? Set.of(Projection.TROVE) : Set.of();
    }

    @Override
    public State at(Instant now) {
        SourceState state = rotations.at(type, now);
        return new State(state.data(), state.signature(), state.nextChange());
    }
}
