package dev.kiwi.query.gem.build;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.gamedata.ClassTable.GameClass;
import dev.kiwi.query.gem.starchart.StarChart;
import dev.kiwi.query.gem.starchart.StarCode;
import dev.kiwi.query.gem.starchart.StarSum;
import java.util.List;
import java.util.Map;

/** Ranks the layouts of procs for a character (gems.md, builds/calculate). */
public record BuildCalculator(BuildTables tables, ClassTable classes, StarChart chart) {
    /** Reads the files that it needs, the first time. */
    public static BuildCalculator ofFiles() {
        return new BuildCalculator(BuildTables.FILE.get(), ClassTable.FILE.get(), StarChart.FILE.get());
    }

    /**
     * The best 200, best first.
     *
     * @throws Refusal for a class that does not exist
     */
    public List<Build> best(BuildRequest request) {
        GameClass character = named(request.character(), "class");
        named(request.subclass(), "subclass");
        Map<String, StarSum> stars = chart.sums(new StarCode(chart).selected(request.starChart()));
        BuildSums sums = BuildSummation.of(tables, classes, character, request, stars);
        GemPair gems = GemPair.of(tables, request.type());
        return new BuildRanking(request, sums, gems, tables.gemMultiplier()).best();
    }

    private GameClass named(String name, String what) {
        return classes.byName(name)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.BAD_REQUEST, "There is no such " + what + "; builds/options lists the names."));
    }
}
