package dev.kiwi.query.gem;

import java.util.List;

/**
 * A gem as the game shows it, by its stats' values.
 *
 * @param autoGuessProcs do not believe the extra containers
 */
public record GemReading(int tier, int type, int level, List<StatReading> stats, boolean autoGuessProcs) {
    public GemReading {
        stats = List.copyOf(stats);
    }

    /** @param extraContainers rolls beyond the first */
    public record StatReading(int type, double value, int extraContainers) {}
}
