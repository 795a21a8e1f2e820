package dev.kiwi.web.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares a value with a schema of an OpenAPI document, as far as our document uses schemas. */
final class SchemaMatch {
    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SchemaMatch(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the value; empty when it matches. */
    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaMatch match = new SchemaMatch(document);
        match.check("body", schema, value);
        return match.faults;
    }

    private void check(String where, JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        if (schema.has("anyOf")) {
            if (schema.path("anyOf")
                    .valueStream()
                    .noneMatch(one -> faults(document, one, value).isEmpty())) {
                faults.add(where + " is none of what it may be");
            }
            return;
        }
        if (schema.has("type") && types(schema).stream().noneMatch(type -> isA(type, value))) {
            faults.add(where + " is no " + String.join(" or ", types(schema)));
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            faults.add(where + " is none of the values");
        }
        value.forEachEntry((name, child) -> checkProperty(where + "." + name, schema, name, child));
        schema.path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(name -> value.isObject() && !value.has(name))
                .forEach(name -> faults.add(where + "." + name + " is missing"));
        if (value.isArray()) {
            value.forEach(item -> check(where + "[]", schema.path("items"), item));
        }
    }

    private void checkProperty(String where, JsonNode schema, String name, JsonNode value) {
        JsonNode property = schema.path("properties").path(name);
        JsonNode further = schema.path("additionalProperties");
        if (property.isObject()) {
            check(where, property, value);
        } else if (further.isObject()) {
            check(where, further, value);
        } else if (schema.has("properties")) {
            faults.add(where + " is not in the schema");
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? document.at(schema.path("$ref").stringValue().substring(1))
                : schema;
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::stringValue).toList() : List.of(type.stringValue());
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
