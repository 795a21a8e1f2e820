package dev.kiwi.web.stat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.stat.StatTables;
import dev.kiwi.web.calculation.Calculations;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reference tables, the same until the next release (stats.md). */
@RestController
@Tag(name = "stats", description = "What gives a stat, the classes, and the coefficient")
@RequestMapping("/v1/stats")
@Gate(value = Gate.Kind.SCOPE, scope = "stats:read")
@SharedResponse
class StatController {
    private final Calculations calculations;

    StatController(Calculations calculations) {
        this.calculations = calculations;
    }

    /** @param count of the classes */
    record ClassList(List<ClassSheet> items, int count) {}

    @GetMapping("/power-rank")
    @Operation(
            operationId = "getPowerRankSources",
            summary = "List what gives power rank",
            description = "`type` is the input that a calculator shows, `value` its most.")
    Mono<StatTable> powerRank() {
        return table("power-rank");
    }

    @GetMapping("/magic-find")
    @Operation(
            operationId = "getMagicFindSources",
            summary = "List what gives magic find",
            description = "With `percentage` the value is percent of the others together.")
    Mono<StatTable> magicFind() {
        return table("magic-find");
    }

    @GetMapping("/light")
    @Operation(
            operationId = "getLightSources",
            summary = "List what gives light",
            description = "`step` is that of a slider; what is not `permanent` comes and goes in play.")
    Mono<StatTable> light() {
        return table("light");
    }

    private Mono<StatTable> table(String stat) {
        return calculations.quick(
                StatTables.FILE, () -> StatTable.of(StatTables.FILE.get().table(stat)));
    }

    @GetMapping("/classes")
    @Operation(
            operationId = "listClasses",
            summary = "List the classes",
            description = "By display name. A value of null is a stat that the class lacks.")
    Mono<ClassList> classes() {
        return calculations.quick(ClassTable.FILE, () -> {
            ClassTable table = ClassTable.FILE.get();
            List<ClassSheet> sheets = table.classes().stream()
                    .map(one -> ClassSheet.of(table, one))
                    .toList();
            return new ClassList(sheets, sheets.size());
        });
    }

    @GetMapping("/classes/{tech_name}")
    @Operation(operationId = "getClass", summary = "Show one class")
    Mono<ClassSheet> one(
            @Parameter(description = "The class's stable key, as in the list", example = "adventurer")
                    @PathVariable("tech_name")
                    String techName) {
        return calculations.quick(ClassTable.FILE, () -> {
            ClassTable table = ClassTable.FILE.get();
            return table.classes().stream()
                    .filter(one -> one.techName().equals(techName))
                    .findFirst()
                    .map(one -> ClassSheet.of(table, one))
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no class '" + techName + "'."));
        });
    }
}
