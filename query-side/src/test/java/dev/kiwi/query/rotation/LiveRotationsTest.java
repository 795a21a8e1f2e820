package dev.kiwi.query.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.rotation.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The sources that follow from the moment; those of captures are in {@link CapturedMomentsTest}. */
class LiveRotationsTest {
    private static final List<String> COMPUTED =
            List.of("corruxion", "fluxion", "longshade", "wild_mana", "stampy", "daily_bonuses", "activity");
    private static final long FIRST = 1_577_836_800;
    private static final long LAST = 1_893_456_000;

    // Never connected to.
    private final LiveRotations live = new LiveRotations(new PGSimpleDataSource());

    private SourceState at(String type, long at) {
        return live.at(type, Instant.ofEpochSecond(at));
    }

    @Test
    void sourcesAreInTheOrderOfTheSnapshot() {
        assertThat(live.types())
                .containsExactly(
                        "challenge",
                        "chaos",
                        "luxion",
                        "corruxion",
                        "fluxion",
                        "longshade",
                        "wild_mana",
                        "stampy",
                        "daily_bonuses",
                        "activity");
        assertThatThrownBy(() -> at("invasion", FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void nothingHappensBeforeTheNextChange(@ForAll @LongRange(min = FIRST, max = LAST) long at) {
        for (String type : COMPUTED) {
            SourceState state = at(type, at);
            long next = Objects.requireNonNull(state.nextChange()).getEpochSecond();
            assertThat(next).isGreaterThan(at);
            assertThat(at(type, next - 1).signature()).isEqualTo(state.signature());
            assertThat(at(type, at + (next - 1 - at) / 2).signature()).isEqualTo(state.signature());
            assertThat(at(type, next).signature()).isNotEqualTo(state.signature());
        }
    }

    /** Whoever sleeps until the next change hears the same as one who looks every quarter of an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"corruxion", "fluxion", "longshade", "wild_mana", "stampy", "daily_bonuses", "activity"})
    void sleepingMissesNothing(String type) {
        long begin = Instant.parse("2026-11-22T13:00:00Z").getEpochSecond();
        long end = begin + 60 * 86_400;
        List<String> heard = new ArrayList<>();
        for (long now = begin; now < end; now = at(type, now).nextChange().getEpochSecond()) {
            note(at(type, now), heard);
        }
        List<String> seen = new ArrayList<>();
        for (long now = begin; now < end; now += 900) {
            note(at(type, now), seen);
        }
        assertThat(heard).isEqualTo(seen).hasSizeGreaterThan(3);
    }

    private static void note(SourceState state, List<String> signatures) {
        String signature = state.signature();
        if (signature != null && (signatures.isEmpty() || !signatures.getLast().equals(signature))) {
            signatures.add(signature);
        }
    }
}
