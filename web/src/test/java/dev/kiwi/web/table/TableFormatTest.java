package dev.kiwi.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TableFormatTest {
    private static final List<String> COLUMNS = TableColumns.of(Row.class);

    record Row(int rank, String playerName, @Nullable Number score) {}

    private static JsonNode row(Object name, Object score) {
        ObjectNode row = JsonMapper.shared().createObjectNode().put("rank", 1);
        row.set("player_name", json(name));
        row.set("score", json(score));
        return row;
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    private static String csv(Object name, Object score) {
        return TableFormat.CSV.row(row(name, score), COLUMNS);
    }

    @Test
    void columnsAreThoseOfTheJson() {
        assertThat(COLUMNS).containsExactly("rank", "player_name", "score");
        assertThat(TableFormat.CSV.begin(COLUMNS)).isEqualTo("rank,player_name,score\r\n");
        assertThat(TableFormat.NDJSON.begin(COLUMNS)).isEmpty();
    }

    @Test
    void whatIsNotThereIsAnEmptyCell() {
        assertThat(csv("Mira", null)).isEqualTo("1,Mira,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {"a,b~\"a,b\"", "a\"b~\"a\"\"b\"", "Bø~Bø", "a;b~a;b"})
    void cellsAreQuotedWhereTheyHaveTo(String name, String cell) {
        assertThat(csv(name, 2.5)).isEqualTo("1," + cell + ",2.5\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"})
    void noTextIsAFormula(String name) {
        assertThat(csv(name, 1)).startsWith("1,'" + name.charAt(0));
    }

    @Test
    void numbersStayNumbers() {
        assertThat(csv("Mira", -5)).isEqualTo("1,Mira,-5\r\n");
    }

    @Test
    void aLineOfNdjsonIsTheJson() {
        assertThat(TableFormat.NDJSON.row(row("=1\n", -5), COLUMNS))
                .isEqualTo("{\"rank\":1,\"player_name\":\"=1\\n\",\"score\":-5}\n");
    }
}
