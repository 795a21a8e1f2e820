package dev.kiwi.web.gem;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gem as a client posts it; what is computed may be there too and is not looked at. */
record GemInput(
        @Nullable @Schema(description = "Left out: now") Long id,
        @NotNull Integer tier,
        @NotNull Integer type,
        @NotNull Integer element,
        @Nullable Integer restriction,
        @Nullable Integer ability,
        @NotNull @Min(1) Integer level,
        @NotNull @Size(min = 3, max = 3) List<@NotNull @Valid GemStatInput> stats,

        @Nullable
        @DecimalMin("0")
        @DecimalMax("1")
        @Schema(description = "The base of rolls that come later; null: random")
        Double augmentation) {
    /** Far more than a gem can have; each of them is in the answer. */
    private static final int MOST_CONTAINERS = 50;

    private static final int MOST_AUGMENTS = 20;

    record GemStatInput(
            @NotNull Integer type,

            @NotNull @Size(max = MOST_CONTAINERS) List<@NotNull @Valid GemContainerInput> containers,

            @Nullable @Schema(defaultValue = "false") Boolean locked) {}

    record GemContainerInput(
            @Nullable @DecimalMin("-1000") @DecimalMax("1000") @Schema(description = "Left out: random")
            Double base,

            @Nullable @Size(max = MOST_AUGMENTS) @Schema(description = "Left out: none used")
            List<@NotNull @Valid GemAugmentInput> augments) {}

    record GemAugmentInput(
            @NotNull Integer type,
            @NotNull @Min(0) @Max(1_000_000) Integer count) {}
}
