package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.ChallengeType;
import dev.kiwi.api.rotation.ChallengeWindow;
import dev.kiwi.api.rotation.ChaosChest;
import dev.kiwi.api.rotation.ChaosChest.ChaosChestItem;
import dev.kiwi.api.rotation.ChaosChestRelay;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.GetChallenge.CurrentChallenge;
import dev.kiwi.api.rotation.Luxion;
import dev.kiwi.api.rotation.TimeWindow;
import dev.kiwi.query.rotation.CaptureRows.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known for a moment of that which bots capture (rotations.md 3, 4). Blocks. */
final class CapturedMoments {
    private final CaptureRows rows;

    CapturedMoments(CaptureRows rows) {
        this.rows = rows;
    }

    ChaosChest chaosChest(long at) {
        TimeWindow week = GameCycle.CHAOS_CHEST.windowAt(at);
        Optional<Named> captured = rows.chest(week.startsAt());
        if (captured.isPresent()) {
            ChaosChestItem item = new ChaosChestItem(captured.get().name(), null, null, null);
            return chest(at, week, item, captured.get().capturedAt());
        }
        return rows.relayedBefore(week.endsAt())
                .filter(relayed -> !isOver(relayed.item(), at))
                .map(relayed -> chest(at, window(relayed.item(), week), item(relayed.item()), relayed.fetchedAt()))
                .orElseGet(() -> chest(at, week, null, null));
    }

    private static boolean isOver(ChaosChestRelay relay, long at) {
        return relay.endsAt() != null && relay.endsAt() <= at;
    }

    private static TimeWindow window(ChaosChestRelay relay, TimeWindow week) {
        Long start = relay.startsAt();
        Long end = relay.endsAt();
        return new TimeWindow(start == null || start == 0 ? week.startsAt() : start, end == null ? week.endsAt() : end);
    }

    /** The image needs the codexes' renderer, which is not there. */
    private static ChaosChestItem item(ChaosChestRelay relay) {
        return new ChaosChestItem(relay.name(), relay.identifier(), relay.blueprint(), null);
    }

    private static ChaosChest chest(long at, TimeWindow time, @Nullable ChaosChestItem item, @Nullable Long fetchedAt) {
        return new ChaosChest(
                time.contains(at), time.startsAt(), time.endsAt(), Math.max(0, time.endsAt() - at), item, fetchedAt);
    }

    CurrentChallenge challenge(long at) {
        ChallengeWindow window = ChallengeWindow.at(at);
        TimeWindow time = window.time();
        Named captured = rows.challenge(time.startsAt()).orElse(null);
        return new CurrentChallenge(
                time.startsAt(),
                time.endsAt(),
                time.contains(at),
                window.friday(),
                time.secondsRemaining(at),
                captured == null ? null : captured.name(),
                captured == null ? null : ChallengeType.of(captured.name()).slug(),
                captured == null ? null : captured.capturedAt());
    }

    Luxion luxion(long at) {
        return rows.luxionRun(at)
                .map(run -> LuxionMoment.of(run.run(), at, run.firstSeenAt(), run.lastSeenAt()))
                .orElse(Luxion.NEVER_SEEN);
    }
}
