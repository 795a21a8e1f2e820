package dev.kiwi.query.gem.build;

import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import dev.kiwi.query.gem.build.BuildTables.GemStatProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * One layout of the cosmic gems, one Empowered and two Lesser ones.
 *
 * @param first what they add to the first stat, not yet multiplied
 * @param second the same of the second stat
 * @param light of the character with them
 */
record CosmicLayout(ProcTriple empowered, ProcTriple lesser, double first, double second, long light) {
    private static final int EMPOWERED_PROCS = 3;
    private static final int LESSER_PROCS = 6;

    /** For Farm all, otherwise the one with every proc on light. */
    static List<CosmicLayout> all(BuildType type, GemPair gems, BuildSums sums, double multiplier) {
        boolean farm = type == BuildType.FARM;
        List<CosmicLayout> all = new ArrayList<>();
        for (ProcTriple empowered : farm ? ProcTriple.all(EMPOWERED_PROCS) : ProcTriple.onlyLight(EMPOWERED_PROCS)) {
            for (ProcTriple lesser : farm ? ProcTriple.all(LESSER_PROCS) : ProcTriple.onlyLight(LESSER_PROCS)) {
                double light = value(gems.empoweredLight(), gems.lesserLight(), empowered.light(), lesser.light());
                all.add(new CosmicLayout(
                        empowered,
                        lesser,
                        value(gems.empoweredFirst(), gems.lesserFirst(), empowered.first(), lesser.first()),
                        value(gems.empoweredSecond(), gems.lesserSecond(), empowered.second(), lesser.second()),
                        (long) ((sums.light() + light * multiplier) * (sums.lightPercent() / BuildSums.WHOLE))));
            }
        }
        return all;
    }

    private static double value(GemStatProfile empowered, GemStatProfile lesser, int onEmpowered, int onLesser) {
        return empowered.value() + 2 * lesser.value() + empowered.perProc() * onEmpowered + lesser.perProc() * onLesser;
    }
}
