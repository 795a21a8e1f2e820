package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Biomes;
import dev.kiwi.api.rotation.ChallengeWindow;
import dev.kiwi.api.rotation.ChaosChest;
import dev.kiwi.api.rotation.Corruxion;
import dev.kiwi.api.rotation.Fluxion;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.GetChallenge.CurrentChallenge;
import dev.kiwi.api.rotation.Luxion;
import dev.kiwi.api.rotation.MerchantVisit;
import dev.kiwi.api.rotation.RotationSources;
import dev.kiwi.api.rotation.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rotations as sources of the live stream. */
@Component
final class LiveRotations implements RotationSources {
    private static final List<String> TYPES = List.of(
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

    private final CapturedMoments captured;

    LiveRotations(DataSource dataSource) {
        this.captured = new CapturedMoments(new CaptureRows(dataSource));
    }

    @Override
    public List<String> types() {
        return TYPES;
    }

    @Override
    public SourceState at(String type, Instant now) {
        long at = now.getEpochSecond();
        return switch (type) {
            case "challenge" -> challenge(captured.challenge(at), at);
            case "chaos" -> chaos(captured.chaosChest(at), at);
            case "luxion" -> luxion(captured.luxion(at), at);
            case "corruxion" -> corruxion(Merchants.corruxion(at));
            case "fluxion" -> fluxion(Merchants.fluxion(at));
            case "longshade" -> biomes(Calculations.get().biomes.longshade(at), at);
            case "wild_mana" -> biomes(Calculations.get().biomes.wildMana(at), at);
            case "stampy" -> biomes(Calculations.get().biomes.stampy(at), at);
            case "daily_bonuses" -> daily(Calculations.get().buffs.daily(at), at);
            case "activity" ->
                daily(Map.of("window_start", GameCycle.DAILY_BUFF.windowAt(at).startsAt()), at);
            default -> throw new IllegalArgumentException("No source is named " + type);
        };
    }

    private static SourceState challenge(CurrentChallenge data, long at) {
        String signature = data.name() == null ? null : data.startsAt() + ":" + data.name();
        return state(
                data,
                signature,
                data.active() ? data.endsAt() : ChallengeWindow.at(at).next());
    }

    private static SourceState chaos(ChaosChest data, long at) {
        String signature =
                data.item() == null ? null : data.startsAt() + ":" + data.item().name();
        long week = GameCycle.CHAOS_CHEST.windowAt(at).endsAt();
        OptionalLong next = LongStream.of(data.startsAt(), data.endsAt(), week)
                .filter(time -> time > at)
                .min();
        return state(data, signature, next.orElse(week));
    }

    private static SourceState luxion(Luxion data, long at) {
        Long end = data.endsAt();
        if (end == null || at >= end) {
            return new SourceState(data, null, null);
        }
        OptionalLong opened = data.schedule().stream()
                .mapToLong(MerchantVisit::startsAt)
                .filter(start -> start <= at)
                .max();
        String signature = data.active() && opened.isPresent() ? data.startsAt() + ":" + opened.getAsLong() : null;
        long next = data.schedule().stream()
                .flatMap(visit -> Stream.of(visit.startsAt(), visit.endsAt()))
                .mapToLong(Long::longValue)
                .filter(time -> time > at)
                .min()
                .orElse(end);
        return state(data, signature, next);
    }

    private static SourceState corruxion(Corruxion data) {
        return data.active()
                ? state(data, Long.toString(data.startsAt()), data.endsAt())
                : state(data, null, data.startsAt());
    }

    private static SourceState fluxion(Fluxion data) {
        return data.active()
                ? state(data, Long.toString(data.startsAt()), data.endsAt())
                : state(data, null, data.startsAt());
    }

    private static SourceState biomes(Biomes data, long at) {
        long start = data.current().startsAt();
        return start <= at ? state(data, Long.toString(start), data.current().endsAt()) : state(data, null, start);
    }

    private static SourceState daily(Object data, long at) {
        var day = GameCycle.DAILY_BUFF.windowAt(at);
        return state(data, Long.toString(day.startsAt()), day.endsAt());
    }

    private static SourceState state(Object data, @Nullable String signature, long nextChange) {
        return new SourceState(data, signature, Instant.ofEpochSecond(nextChange));
    }
}
