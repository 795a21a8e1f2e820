package dev.kiwi.query.stat;

import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gives a stat, one table a stat (stats.md). */
public record StatTables(List<Table> tables) {
    public static final GameFile<StatTables> FILE = new GameFile<>(StatTables.class, "stat-tables.json");

    private static final List<String> CONTROLS = List.of("slider", "switch");

    public StatTables {
        tables = Row.unique(tables, Table::stat, "tables");
    }

    public record Table(String stat, String label, List<StatSource> sources) {
        public Table {
            Row.text(stat, "stat");
            Row.text(label, "label");
            sources = Row.unique(sources, StatSource::name, stat);
        }
    }

    /**
     * @param value at its most; in percent when {@code percentage}
     * @param type the input that a calculator shows
     * @param step of a slider; null for one that has none
     * @param permanent null where the table does not tell
     */
    public record StatSource(
            String name,
            double value,
            String type,
            boolean percentage,
            @Nullable Double step,
            @Nullable Boolean permanent) {
        public StatSource {
            Row.text(name, "source");
            Row.check(Double.isFinite(value) && value > 0, name + ": " + value + " is no amount");
            Row.oneOf(type, CONTROLS, name + ": type");
            Row.check(step == null || (step > 0 && type.equals("slider")), name + ": only sliders have steps");
        }
    }

    public Table table(String stat) {
        return tables.stream()
                .filter(table -> table.stat().equals(stat))
                .findFirst()
                .orElseThrow();
    }
}
