package dev.kiwi.web.gem;

import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.gem.GemTables;
import dev.kiwi.query.gem.StatRange;
import dev.kiwi.query.gem.build.BuildTables;
import dev.kiwi.web.calculation.Calculations;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the other gem endpoints take, and what a stat can be worth; the same until the next release. */
@RestController
@Tag(name = "gems")
@RequestMapping("/v1/gems")
@Gate(value = Gate.Kind.SCOPE, scope = "gems:read")
@SharedResponse
class GemLookupController {
    private final Calculations calculations;

    GemLookupController(Calculations calculations) {
        this.calculations = calculations;
    }

    @GetMapping("/lookups")
    @Operation(
            operationId = "getGemLookups",
            summary = "List the ids of gems with their names",
            description = "All ids on the wire are these numbers.")
    Mono<GemLookups> lookups() {
        return calculations.quick(GemTables.FILE, () -> GemLookups.of(GemTables.FILE.get()));
    }

    @GetMapping("/stat-range")
    @Operation(
            operationId = "getGemStatRange",
            summary = "Tell what a stat of a gem can be worth",
            description = "`thresholds` are the steps of the worst roll and of the best, `stat_base` the value of one.")
    Mono<StatRange> statRange(
            @Parameter(description = "Id of the tier", example = "4") @RequestParam int tier,
            @Parameter(description = "Id of the type", example = "1") @RequestParam int type,
            @Parameter(description = "Id of the stat type", example = "7") @RequestParam("stat_type") int statType,
            @Parameter(description = "Level of the gem, also beyond its tier's most")
                    @RequestParam(defaultValue = "1")
                    @Min(1)
                    int level,
            @Parameter(description = "Rolls of the stat beyond its first")
                    @RequestParam(name = "extra_containers", defaultValue = "0")
                    @Min(0)
                    int extraContainers,
            @Parameter(description = "Id of the element; changes no number") @RequestParam(required = false) @Nullable
                    Integer element) {
        return calculations.quick(
                GemTables.FILE,
                () -> StatRange.of(GemTables.FILE.get(), tier, type, statType, level, extraContainers, element));
    }

    @GetMapping("/builds/options")
    @Operation(
            operationId = "getBuildOptions",
            summary = "List what the build calculator takes",
            description = "The names of `character` are those of `subclass` too.")
    Mono<BuildOptions> options() {
        return calculations.quick(BuildTables.FILE, ClassTable.FILE, BuildOptions::ofFiles);
    }
}
