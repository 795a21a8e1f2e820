package dev.kiwi.web.gem;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.gamedata.ClassTable.GameClass;
import dev.kiwi.query.gem.build.BuildTables;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the fields of a build may be. */
record BuildOptions(
        List<String> buildType,
        List<String> character,
        List<BuildOption> ally,
        List<BuildOption> food,
        CountOptions criticalDamageCount,
        List<String> flags,
        Map<String, String> notes) {
    record BuildOption(String key, String label) {}

    /** @param usual when it is left out */
    record CountOptions(
            int min, int max, @JsonProperty("default") int usual) {}

    /** Reads the files that it needs, the first time. */
    static BuildOptions ofFiles() {
        BuildTables tables = BuildTables.FILE.get();
        BuildOption auto =
                new BuildOption(tables.autoAlly().key(), tables.autoAlly().label());
        return new BuildOptions(
                tables.buildTypes(),
                ClassTable.FILE.get().classes().stream().map(GameClass::name).toList(),
                Stream.concat(
                                Stream.of(auto),
                                tables.allies().stream()
                                        .map(ally -> new BuildOption(ally.key(), ally.label()))
                                        .filter(ally -> !ally.key().equals(auto.key())))
                        .toList(),
                tables.foods().stream()
                        .map(food -> new BuildOption(food.key(), food.label()))
                        .toList(),
                new CountOptions(
                        tables.criticalDamageCount().min(),
                        tables.criticalDamageCount().max(),
                        tables.criticalDamageCount().usual()),
                tables.flags(),
                tables.notes());
    }
}
