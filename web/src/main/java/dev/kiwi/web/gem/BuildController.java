package dev.kiwi.web.gem;

import dev.kiwi.query.gem.build.Build;
import dev.kiwi.query.gem.build.BuildCalculator;
import dev.kiwi.web.calculation.Calculations;
import dev.kiwi.web.gate.Gate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Ranks builds (gems.md, builds/calculate). */
@RestController
@Tag(name = "gems")
@RequestMapping("/v1/gems/builds")
@Gate(value = Gate.Kind.SCOPE, scope = "gems:read")
class BuildController {
    private final Calculations calculations;

    BuildController(Calculations calculations) {
        this.calculations = calculations;
    }

    /** @param count of the results, 200 at most */
    record BuildResults(List<Build> results, int count) {}

    @PostMapping("/calculate")
    @Operation(
            operationId = "calculateBuilds",
            summary = "Rank the layouts of procs for a character",
            description =
                    "The best 200: by closeness to the light that is asked for, then by coefficient. `layout` has the "
                            + "procs on the first and second stat of the Empowered gems, then of the Lesser ones, then of the "
                            + "cosmic ones. For Health the damages are the two stats of health.")
    Mono<BuildResults> calculate(@Valid @RequestBody BuildBody body) {
        return calculations.heavy(() -> {
            List<Build> best = BuildCalculator.ofFiles().best(body.request());
            return new BuildResults(best, best.size());
        });
    }
}
