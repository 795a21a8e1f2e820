package dev.kiwi.query.gem;

/** How often one kind of focus was used on a roll. */
public record AugmentCount(Augment augment, int count) {
    double increase() {
        return augment.increasePercent() / 100 * count;
    }

    AugmentCount oneMore() {
        return new AugmentCount(augment, count + 1);
    }
}
