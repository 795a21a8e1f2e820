package dev.kiwi.query.gem.build;

import java.util.ArrayList;
import java.util.List;

/** How the procs of cosmic gems lie: on the first stat, on the second, on light. */
record ProcTriple(int first, int second, int light) {
    /** All ways to lay out so many procs, by first, then by second. */
    static List<ProcTriple> all(int procs) {
        List<ProcTriple> all = new ArrayList<>();
        for (int first = 0; first <= procs; first++) {
            for (int second = 0; first + second <= procs; second++) {
                all.add(new ProcTriple(first, second, procs - first - second));
            }
        }
        return all;
    }

    static List<ProcTriple> onlyLight(int procs) {
        return List.of(new ProcTriple(0, 0, procs));
    }
}
