package dev.kiwi.query.gamedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.query.gem.GemTables;
import dev.kiwi.query.gem.build.BuildTables;
import dev.kiwi.query.gem.starchart.StarChart;
import dev.kiwi.query.misc.ClockTable;
import dev.kiwi.query.misc.SoftwareTable;
import dev.kiwi.query.rotation.RotationTables;
import dev.kiwi.query.stat.StatTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every file of game data is as its record says, and a bad row would be found. */
class GameFileTest {
    private record Known(Class<?> type, String name, GameFile<?> file) {
        String text() {
            try (InputStream stream = type.getResourceAsStream(name)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void read(String text) {
            file.parse(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Known> FILES = List.of(
            new Known(ClassTable.class, "classes.json", ClassTable.FILE),
            new Known(StatTables.class, "stat-tables.json", StatTables.FILE),
            new Known(GemTables.class, "gems.json", GemTables.FILE),
            new Known(BuildTables.class, "builds.json", BuildTables.FILE),
            new Known(StarChart.class, "star-chart.json", StarChart.FILE),
            new Known(RotationTables.class, "rotations.json", RotationTables.FILE),
            new Known(ClockTable.class, "clocks.json", ClockTable.FILE),
            new Known(SoftwareTable.class, "software.json", SoftwareTable.FILE));

    static Stream<Known> files() {
        return FILES.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAsItsRecordSays(Known known) {
        assertThatCode(() -> known.read(known.text())).doesNotThrowAnyException();
    }

    /** Nor lack one of its own. */
    @ParameterizedTest
    @MethodSource("files")
    void noObjectMayHaveOtherMembers(Known known) {
        JsonNode root = JsonMapper.shared().readTree(known.text());
        assertThat(tampered(known, root, root)).isGreaterThan(1);
    }

    private int tampered(Known known, JsonNode root, JsonNode node) {
        int objects = 0;
        if (node instanceof ObjectNode object && !isMap(root, object)) {
            objects++;
            object.put("nobody_knows", 1);
            refused(known, root);
            object.remove("nobody_knows");
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.remove(name);
                refused(known, root);
                object.set(name, value);
            }
        }
        // The first row of a list stands for all: they are read the same way.
        Stream<JsonNode> children =
                node instanceof ArrayNode rows ? rows.valueStream().limit(1) : node.valueStream();
        return objects
                + children.mapToInt(child -> tampered(known, root, child)).sum();
    }

    /** The notes of builds are a map, whose keys are free. */
    private static boolean isMap(JsonNode root, ObjectNode object) {
        return root.path("notes") == object;
    }

    private static void refused(Known known, JsonNode root) {
        assertThatThrownBy(() -> known.read(root.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(known.name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            classes.json    | "damage_type": "Magic"       | "damage_type": "Mental"
            classes.json    | "tech_name": "knight"        | "tech_name": "bard"
            classes.json    | [100, 2376, 4850,            | [2376, 4850,
            classes.json    | "board_index": 16            | "board_index": "16"
            classes.json    | "board_index": 16            | "board_index": 16.5
            classes.json    | "board_index": 16            | "board_index": null
            classes.json    | "absolute": false            | "absolute": "false"
            stat-tables.json| "slider"                     | "knob"
            stat-tables.json| "value": 2130                | "value": -2130
            stat-tables.json| "name": "Hat"                | "name": "Weapon"
            gems.json       | "max_level": 23              | "max_level": 0
            gems.json       | "roll_pool": [1, 3           | "roll_pool": [8, 3
            gems.json       | "abilities": [9              | "abilities": [13
            gems.json       | {"tier": 4, "types": [2]     | {"tier": 4, "types": [1]
            gems.json       | "damage": [[210, 1], [280, 1]] | "damage": [[280, 1], [210, 1]]
            gems.json       | "damage": [16, 1]            | "damage": [16, 0]
            gems.json       | "damage": [16, 1]            | "damage": [16]
            gems.json       | {"tier": 1, "type": 2, "range" | {"tier": 9, "type": 2, "range"
            gems.json       | "uses": ["rough"]            | "uses": ["coarse"]
            gems.json       | "key": "optimized_precise_rough" | "key": "other"
            gems.json       | "group": "light"             | "group": "shine"
            builds.json     | "magic": "phoenix_stars"     | "magic": "phoenix"
            builds.json     | "flag": "litany"             | "flag": "prayer"
            builds.json     | "type": "Empowered"          | "type": "Greater"
            builds.json     | "default": 3                 | "default": 4
            star-chart.json | {"index": 5,                 | {"index": 6,
            star-chart.json | ["combat.a.0"]               | ["combat.x"]
            star-chart.json | "path": "combat.a.0.b"       | "path": "combat.x.0.b"
            star-chart.json | "kind": "root"               | "kind": "minor"
            rotations.json  | "color": "260375"            | "color": "#260375"
            rotations.json  | "weekday": "Tuesday"         | "weekday": "Monday"
            rotations.json  | ["Cursed Vale", "Hollow      | ["Cursed Valley", "Hollow
            rotations.json  | {"name": "Candoria", "icon"  | {"name": "Candyland", "icon"
            rotations.json  | "final_name": "Neon City"    | "final_name": " "
            clocks.json     | "id": "Asia/Tokyo"           | "id": "Asia/Edo"
            clocks.json     | "id": "Asia/Tokyo"           | "id": "UTC"
            clocks.json     | "style": "F"                 | "style": "full"
            software.json   | "key": "vfx"                 | "key": "ui"
            software.json   | "url": "https                | "url": "http
            software.json   | "free": false                | "free": "no"
            """)
    void aBadRowIsFound(String name, String good, String bad) {
        Known known = FILES.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
        String text = known.text();
        assertThat(text).contains(good);
        String tampered = text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
        assertThatThrownBy(() -> known.read(tampered))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void aFileIsReadWhenItIsAskedForAndKept() {
        GameFile<StatTables> file = new GameFile<>(StatTables.class, "stat-tables.json");
        assertThat(file.isLoaded()).isFalse();
        StatTables tables = file.get();
        assertThat(file.isLoaded()).isTrue();
        assertThat(file.get()).isSameAs(tables);
    }
}
