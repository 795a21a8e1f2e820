package dev.kiwi.web.stat;

import dev.kiwi.query.stat.StatTables;
import dev.kiwi.query.stat.StatTables.StatSource;
import java.util.List;

/** What gives a stat. */
record StatTable(String stat, String label, List<StatSource> sources, int count) {
    static StatTable of(StatTables.Table table) {
        return new StatTable(
                table.stat(), table.label(), table.sources(), table.sources().size());
    }
}
