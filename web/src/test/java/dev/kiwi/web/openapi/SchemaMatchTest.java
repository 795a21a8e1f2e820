package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaMatchTest {
    private static final JsonNode DOCUMENT = read("""
            {"schemas":{
              "Page":{"type":"object","required":["items"],"properties":{
                "items":{"type":"array","items":{"$ref":"#/schemas/Item"}},
                "next":{"anyOf":[{"$ref":"#/schemas/Item"},{"type":"null"}]}}},
              "Item":{"type":"object","required":["name"],"properties":{
                "name":{"type":"string","enum":["a","b"]},
                "rank":{"type":["integer","null"]},
                "score":{"type":"number"}}}}}""");

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String faults(String value) {
        JsonNode schema = read("{\"$ref\":\"#/schemas/Page\"}");
        return String.join(", ", SchemaMatch.faults(DOCUMENT, schema, read(value)));
    }

    @Test
    void acceptsWhatMatches() {
        assertThat(faults("{\"items\":[{\"name\":\"a\",\"rank\":null,\"score\":1.5}],\"next\":null}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | body is no object",
                "{} | body.items is missing",
                "{\"items\":[{}]} | body.items[].name is missing",
                "{\"items\":[{\"name\":\"c\"}]} | body.items[].name is none of the values",
                "{\"items\":[{\"name\":null}]} | body.items[].name is no string",
                "{\"items\":[{\"name\":\"a\",\"rank\":1.5}]} | body.items[].rank is no integer or null",
                "{\"items\":[],\"next\":3} | body.next is none of what it may be",
                "{\"items\":[],\"total\":3} | body.total is not in the schema"
            })
    void namesWhatDoesNot(String value, String fault) {
        assertThat(faults(value)).isEqualTo(fault);
    }
}
