package dev.kiwi.web.gem;

import dev.kiwi.query.gem.GemEvaluation;
import dev.kiwi.query.gem.GemEvaluator;
import dev.kiwi.query.gem.GemReading;
import dev.kiwi.query.gem.GemReading.StatReading;
import dev.kiwi.query.gem.GemTables;
import dev.kiwi.query.gem.SimpleEvaluation;
import dev.kiwi.web.calculation.Calculations;
import dev.kiwi.web.gate.Gate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How good a gem is (gems.md, evaluate and evaluate-simple). */
@RestController
@Tag(name = "gems")
@RequestMapping("/v1/gems")
@Gate(value = Gate.Kind.SCOPE, scope = "gems:read")
class GemEvaluationController {
    private static final int MYSTIC = 4;
    private static final int LESSER = 1;

    private final Calculations calculations;

    GemEvaluationController(Calculations calculations) {
        this.calculations = calculations;
    }

    record EvaluateBody(
            @Nullable @Schema(defaultValue = "4") Integer tier,
            @Nullable @Schema(defaultValue = "1") Integer type,
            @Nullable @Schema(defaultValue = "1") Integer level,
            @NotNull List<@NotNull @Valid EvaluateStat> stats,
            @Nullable @Schema(defaultValue = "false") Boolean autoGuessProcs) {
        GemReading reading() {
            return new GemReading(
                    or(tier, MYSTIC),
                    or(type, LESSER),
                    or(level, 1),
                    stats.stream().map(EvaluateStat::reading).toList(),
                    Boolean.TRUE.equals(autoGuessProcs));
        }
    }

    /** The bounds are far beyond the game. */
    record EvaluateStat(
            @NotNull Integer type,

            @NotNull @DecimalMin("-1e12") @DecimalMax("1e12")
            Double value,

            @Nullable @Schema(defaultValue = "0") Integer extraContainers) {
        StatReading reading() {
            return new StatReading(type, value, or(extraContainers, 0));
        }
    }

    record EvaluateSimpleBody(
            @Nullable @Schema(defaultValue = "4") Integer tier,
            @Nullable @Schema(defaultValue = "1") Integer type,

            @Nullable @DecimalMin("-1e12") @DecimalMax("1e12") @Schema(defaultValue = "0")
            Double powerRank,

            @Nullable @Schema(defaultValue = "1") Integer level) {}

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }

    @PostMapping("/evaluate")
    @Operation(
            operationId = "evaluateGem",
            summary = "Tell how good a gem is from its stats",
            description =
                    "Takes the values that the game shows. Where the procs lie is guessed when it is asked for, or "
                            + "when the extra containers cannot be right for the level.")
    Mono<GemEvaluation> evaluate(@Valid @RequestBody EvaluateBody body) {
        return calculations.quick(
                GemTables.FILE, () -> new GemEvaluator(GemTables.FILE.get()).evaluate(body.reading()));
    }

    @PostMapping("/evaluate-simple")
    @Operation(
            operationId = "evaluateGemSimply",
            summary = "Tell how good a gem is from its power rank",
            description = "`distance` says how far a power rank lies outside of what the gem can have.")
    Mono<SimpleEvaluation> evaluateSimply(@Valid @RequestBody EvaluateSimpleBody body) {
        double powerRank = body.powerRank() == null ? 0 : body.powerRank();
        return calculations.quick(
                GemTables.FILE,
                () -> SimpleEvaluation.of(
                        GemTables.FILE.get(),
                        or(body.tier(), MYSTIC),
                        or(body.type(), LESSER),
                        powerRank,
                        or(body.level(), 1)));
    }
}
