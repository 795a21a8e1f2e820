package dev.kiwi.query.activity;

import dev.kiwi.api.activity.GameClass;
import dev.kiwi.api.activity.GetCurrentClassActivity.ClassShare;
import dev.kiwi.api.activity.GetCurrentClassActivity.CurrentClassActivity;
import dev.kiwi.api.kernel.Decimals;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The players of one class in the newest capture.
 *
 * @param clean null without the class's board of power ranks
 * @param effort that was added, rounded; null when it cannot be measured
 */
record HeadCount(
        int classIndex,
        int players,
        @Nullable Integer clean,
        @Nullable Long effort,
        @Nullable Long effortClean) {
    private static final int SHARE_DECIMALS = 4;

    /** With a clean value first, by that, then by all players. */
    private static final Comparator<HeadCount> ORDER = Comparator.comparing((HeadCount count) -> count.clean == null)
            .thenComparing(count -> count.clean == null ? 0 : -count.clean)
            .thenComparing(count -> -count.players)
            .thenComparing(HeadCount::classIndex);

    /** @param anchor of the newest capture */
    static CurrentClassActivity answer(
            List<HeadCount> counts, long anchor, int powerRank, int effort, long computedAt) {
        int players = counts.stream().mapToInt(HeadCount::players).sum();
        Long clean = sum(counts, count -> count.clean == null ? null : (Long) (long) count.clean);
        return new CurrentClassActivity(
                anchor,
                anchor,
                null,
                players,
                clean == null ? null : clean.intValue(),
                sum(counts, HeadCount::effort),
                sum(counts, HeadCount::effortClean),
                powerRank,
                effort,
                counts.stream()
                        .sorted(ORDER)
                        .map(count -> count.shown(players, clean))
                        .toList(),
                Methodology.HEAD_COUNT,
                computedAt);
    }

    /** Over those that are known; null when none is. */
    private static @Nullable Long sum(List<HeadCount> counts, Function<HeadCount, @Nullable Long> value) {
        return counts.stream()
                .map(value)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    private ClassShare shown(long all, @Nullable Long allClean) {
        GameClass one = GameClass.all().get(classIndex);
        return new ClassShare(
                classIndex,
                one.name(),
                one.icon(),
                players,
                share(players, all),
                clean,
                clean == null ? null : (Double) share(clean, allClean),
                effort,
                effortClean);
    }

    private static double share(int some, @Nullable Long all) {
        return all == null || all == 0 ? 0 : Decimals.round((double) some / all, SHARE_DECIMALS);
    }
}
