package dev.kiwi.web.gem;

import dev.kiwi.query.gem.Gem;
import dev.kiwi.query.gem.GemActions;
import dev.kiwi.query.gem.GemActions.Outcome;
import dev.kiwi.query.gem.GemRoller;
import dev.kiwi.query.gem.GemTables;
import dev.kiwi.web.calculation.Calculations;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gem.GemBodies.AugmentBody;
import dev.kiwi.web.gem.GemBodies.GenerateBody;
import dev.kiwi.web.gem.GemBodies.LevelUpBody;
import dev.kiwi.web.gem.GemBodies.PositionBody;
import dev.kiwi.web.gem.GemBodies.SetLevelBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Making gems and doing things to them (gems.md, generate and Actions). */
@RestController
@Tag(name = "gems", description = "Gem simulator, evaluator and build ranker; the client holds its gems")
@RequestMapping("/v1/gems")
@Gate(value = Gate.Kind.SCOPE, scope = "gems:read")
class GemActionController {
    private static final int MILLIS_A_TICK = 10;

    private final Calculations calculations;
    private final Clock clock;

    GemActionController(Calculations calculations, Clock clock) {
        this.calculations = calculations;
        this.clock = clock;
    }

    /** @param applied false: nothing changed, and the gem is as it was */
    record GemOutcome(
            boolean applied,
            GemView gem,

            @Schema(description = "Makes the same answer again")
            long seed) {}

    @PostMapping("/generate")
    @Operation(
            operationId = "generateGem",
            summary = "Roll a gem",
            description = "What is left out is decided by dice; a level above the tier's most is its most.")
    Mono<GemView> generate(@Valid @RequestBody GenerateBody body) {
        return calculations.quick(GemTables.FILE, () -> {
            GemTables tables = GemTables.FILE.get();
            Dice dice = Dice.of(body.seed());
            Gem gem = new GemRoller(tables).roll(body.wish(), now(), dice.random());
            return GemView.of(gem, tables, dice.seed());
        });
    }

    @PostMapping("/augment")
    @Operation(
            operationId = "augmentGem",
            summary = "Use a focus on a stat",
            description = "It goes to the first roll of the stat that is not full.")
    Mono<GemOutcome> augment(@Valid @RequestBody AugmentBody body) {
        return act(
                body.gem(),
                body.seed(),
                (gem, actions, random) -> actions.augment(gem, body.statPosition(), body.usedAugment()));
    }

    @PostMapping("/spark")
    @Operation(
            operationId = "sparkGem",
            summary = "Change a stat to another one",
            description = "One that the gem has not; the rolls stay. Locked stats stay as they are.")
    Mono<GemOutcome> spark(@Valid @RequestBody PositionBody body) {
        return act(body.gem(), body.seed(), (gem, actions, random) -> actions.spark(gem, body.statPosition(), random));
    }

    @PostMapping("/flare")
    @Operation(
            operationId = "flareGem",
            summary = "Move a proc to another stat",
            description = "The last roll of the stat moves; its only one does not.")
    Mono<GemOutcome> flare(@Valid @RequestBody PositionBody body) {
        return act(body.gem(), body.seed(), (gem, actions, random) -> actions.flare(gem, body.statPosition(), random));
    }

    @PostMapping("/level-up")
    @Operation(
            operationId = "levelUpGem",
            summary = "Raise a gem by one level",
            description = "At levels 5, 10 and 15 one of its stats gets another roll.")
    Mono<GemOutcome> levelUp(@Valid @RequestBody LevelUpBody body) {
        return act(body.gem(), body.seed(), (gem, actions, random) -> actions.levelUp(gem, random));
    }

    @PostMapping("/set-level")
    @Operation(
            operationId = "setGemLevel",
            summary = "Bring a gem to a level",
            description = "Rolls come or go, so that there are as many as a gem of that level has.")
    Mono<GemOutcome> setLevel(@Valid @RequestBody SetLevelBody body) {
        return act(body.gem(), body.seed(), (gem, actions, random) -> actions.setLevel(gem, body.level(), random));
    }

    private interface Action {
        Outcome on(Gem gem, GemActions actions, RandomGenerator random);
    }

    private Mono<GemOutcome> act(GemInput posted, @Nullable Long seed, Action action) {
        return calculations.quick(GemTables.FILE, () -> {
            GemTables tables = GemTables.FILE.get();
            Dice dice = Dice.of(seed);
            Gem gem = new PostedGem(tables, dice.random(), now()).of(posted);
            Outcome outcome = action.on(gem, new GemActions(tables), dice.random());
            return new GemOutcome(outcome.applied(), GemView.of(outcome.gem(), tables, null), dice.seed());
        });
    }

    /** Hundredths of a second, unix time. */
    private long now() {
        return clock.millis() / MILLIS_A_TICK;
    }
}
