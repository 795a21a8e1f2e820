package dev.kiwi.web.stat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.stat.Coefficient;
import dev.kiwi.web.gate.Gate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The coefficient of a character (stats.md). */
@RestController
@Tag(name = "stats")
class CoefficientController {
    /** The bounds are far beyond the game; within them every answer is exact in 64 bits. */
    record CoefficientBody(
            @Nullable @PositiveOrZero @DecimalMax("1e12") @Schema(description = "This or the other is needed")
            Double physicalDamage,

            @Nullable @PositiveOrZero @DecimalMax("1e12") @Schema(description = "This or the other is needed")
            Double magicDamage,

            @Nullable
            @PositiveOrZero
            @DecimalMax("1e8")
            @Schema(description = "Needed; in percent: 3438.3 for 3,438.3 %")
            Double criticalDamage) {}

    /** @param damageUsed {@code physical} or {@code magic} */
    record CoefficientResult(
            long coefficient,

            @Schema(allowableValues = {"physical", "magic"}) String damageUsed,

            String formula) {
        static CoefficientResult of(Coefficient coefficient) {
            return new CoefficientResult(
                    coefficient.value(), coefficient.damageUsed().name().toLowerCase(Locale.ROOT), Coefficient.FORMULA);
        }
    }

    @PostMapping("/v1/stats/coefficient")
    @Gate(value = Gate.Kind.PUBLIC, scope = "stats:read")
    @Operation(
            operationId = "calculateCoefficient",
            summary = "Work out the coefficient of a character",
            description = "Of the larger damage; of two that are equal, the physical one.")
    CoefficientResult calculate(@Valid @RequestBody CoefficientBody body) {
        if (body.criticalDamage() == null) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "critical_damage is needed.");
        }
        return Coefficient.of(body.physicalDamage(), body.magicDamage(), body.criticalDamage())
                .map(CoefficientResult::of)
                .orElseThrow(() -> new Refusal(ErrorCode.BAD_REQUEST, "physical_damage or magic_damage is needed."));
    }
}
