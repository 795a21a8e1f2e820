package dev.kiwi.web.gem;

import dev.kiwi.query.gem.GemWish;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What is posted to make gems and to do things to them. */
final class GemBodies {
    private static final int ROUGH_FOCUS = 1;

    private GemBodies() {}

    record GenerateBody(
            @Nullable @Schema(description = "0 or left out: random")
            Integer tier,

            @Nullable @Schema(description = "0 or left out: random")
            Integer type,

            @Nullable @Schema(description = "0 or left out: random")
            Integer element,

            @Nullable @Schema(description = "Of Lesser gems; left out: random")
            Integer restriction,

            @Nullable @Min(1) @Schema(defaultValue = "1") Integer level,

            @Nullable
            @DecimalMin("0")
            @DecimalMax("1")
            @Schema(description = "The base of every roll; left out: random")
            Double augmentation,

            @Nullable @Min(0) @Max(Dice.LARGEST_SEED) @Schema(description = Dice.SEED)
            Long seed) {
        GemWish wish() {
            return new GemWish(tier, type, element, restriction, level == null ? 1 : level, augmentation);
        }
    }

    record PositionBody(
            @NotNull @Valid GemInput gem,
            @NotNull @Min(0) @Schema(description = "0 to 2") Integer statPosition,

            @Nullable @Min(0) @Max(Dice.LARGEST_SEED) @Schema(description = Dice.SEED)
            Long seed) {}

    record AugmentBody(
            @NotNull @Valid GemInput gem,
            @NotNull @Min(0) @Schema(description = "0 to 2") Integer statPosition,
            @Nullable @Schema(defaultValue = "1") Integer augmentType,

            @Nullable @Min(0) @Max(Dice.LARGEST_SEED) @Schema(description = Dice.SEED)
            Long seed) {
        int usedAugment() {
            return augmentType == null ? ROUGH_FOCUS : augmentType;
        }
    }

    record LevelUpBody(
            @NotNull @Valid GemInput gem,

            @Nullable @Min(0) @Max(Dice.LARGEST_SEED) @Schema(description = Dice.SEED)
            Long seed) {}

    record SetLevelBody(
            @NotNull @Valid GemInput gem,
            @NotNull @Min(1) Integer level,

            @Nullable @Min(0) @Max(Dice.LARGEST_SEED) @Schema(description = Dice.SEED)
            Long seed) {}
}
