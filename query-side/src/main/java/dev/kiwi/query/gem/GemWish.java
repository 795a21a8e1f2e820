package dev.kiwi.query.gem;

import org.jspecify.annotations.Nullable;

/**
 * What a rolled gem is to be; null for what the dice decide.
 *
 * @param level at least 1; more than the tier has is its most
 * @param augmentation the base of all rolls, 0 to 1
 */
public record GemWish(
        @Nullable Integer tier,
        @Nullable Integer type,
        @Nullable Integer element,
        @Nullable Integer restriction,
        int level,
        @Nullable Double augmentation) {}
