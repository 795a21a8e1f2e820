package dev.kiwi.web.gem;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gem.AugmentCount;
import dev.kiwi.query.gem.Gem;
import dev.kiwi.query.gem.GemContainer;
import dev.kiwi.query.gem.GemStat;
import dev.kiwi.query.gem.GemTables;
import dev.kiwi.query.gem.StatType;
import dev.kiwi.web.gem.GemInput.GemAugmentInput;
import dev.kiwi.web.gem.GemInput.GemContainerInput;
import dev.kiwi.web.gem.GemInput.GemStatInput;
import dev.kiwi.web.http.InvalidParameter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a gem of what was posted.
 *
 * @param now the id of gems that have none
 */
record PostedGem(GemTables tables, RandomGenerator random, long now) {
    /**
     * @throws InvalidParameter for an id that does not exist
     * @throws Refusal for a stat that gems do not have
     */
    Gem of(GemInput posted) {
        return new Gem(
                posted.id() == null ? now : posted.id(),
                row(tables::tier, posted.tier(), "gem.tier"),
                row(tables::type, posted.type(), "gem.type"),
                row(tables::element, posted.element(), "gem.element"),
                rowOrNull(tables::restriction, posted.restriction(), "gem.restriction"),
                rowOrNull(tables::ability, posted.ability(), "gem.ability"),
                posted.level(),
                IntStream.range(0, posted.stats().size())
                        .mapToObj(i -> stat(posted.stats().get(i), "gem.stats[" + i + "]"))
                        .toList(),
                posted.augmentation());
    }

    private GemStat stat(GemStatInput posted, String place) {
        StatType type = row(tables::statType, posted.type(), place + ".type");
        if (!type.hasNumbers()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, type.name() + " is no stat that gems have.");
        }
        List<GemContainer> containers = IntStream.range(0, posted.containers().size())
                .mapToObj(i -> container(posted.containers().get(i), place + ".containers[" + i + "]"))
                .toList();
        return new GemStat(type, containers, Boolean.TRUE.equals(posted.locked()));
    }

    private GemContainer container(GemContainerInput posted, String place) {
        double base = posted.base() == null ? random.nextDouble() : posted.base();
        List<GemAugmentInput> augments = posted.augments();
        return new GemContainer(
                base,
                augments == null
                        ? GemContainer.unused(tables)
                        : IntStream.range(0, augments.size())
                                .mapToObj(i -> augment(augments.get(i), place + ".augments[" + i + "]"))
                                .toList());
    }

    private AugmentCount augment(GemAugmentInput posted, String place) {
        return new AugmentCount(row(tables::augment, posted.type(), place + ".type"), posted.count());
    }

    private static <T> @Nullable T rowOrNull(IntFunction<Optional<T>> find, @Nullable Integer id, String place) {
        return id == null ? null : row(find, id, place);
    }

    private static <T> T row(IntFunction<Optional<T>> find, int id, String place) {
        return find.apply(id)
                .orElseThrow(() -> new InvalidParameter("body", place, "must be an id of the lookups", "enum"));
    }
}
