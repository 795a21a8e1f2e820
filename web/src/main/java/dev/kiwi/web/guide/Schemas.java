package dev.kiwi.web.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the document as lists of fields: {@code items[].rank}. */
final class Schemas {
    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 6;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES));

    private final JsonNode named;

    Schemas(JsonNode named) {
        this.named = named;
    }

    static String html(String description, String rules) {
        return Markdown.html((description + (rules.isEmpty() ? "" : " *" + rules + "*")).strip());
    }

    /** An example as people write it. */
    static String shown(JsonNode example) {
        return example.isString() ? example.asString() : JSON.writeValueAsString(example);
    }

    List<Field> fields(JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        add(schema, "", Set.of(), fields);
        return List.copyOf(fields);
    }

    /** @param above the names of schemas that this one is inside of: one that holds itself is told once */
    private void add(JsonNode schema, String way, Set<String> above, List<Field> fields) {
        String name = name(schema);
        if (above.size() > DEEPEST || above.contains(name)) {
            return;
        }
        Set<String> within = name.isEmpty()
                ? above
                : Stream.concat(above.stream(), Stream.of(name)).collect(Collectors.toSet());
        JsonNode real = resolved(schema);
        if (real.has("items")) {
            add(real.path("items"), way + "[]", within, fields);
        } else if (real.path("additionalProperties").isObject()) {
            add(real.path("additionalProperties"), (way.isEmpty() ? "" : way + ".") + "{key}", within, fields);
        }
        Set<String> required =
                real.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        real.path("properties").properties().forEach(property -> {
            String path = way.isEmpty() ? property.getKey() : way + "." + property.getKey();
            fields.add(field(path, property.getValue(), required.contains(property.getKey())));
            add(property.getValue(), path, within, fields);
        });
    }

    private Field field(String path, JsonNode schema, boolean required) {
        String description = schema.path("description").asString("");
        return new Field(
                path,
                type(schema),
                required,
                rules(resolved(schema)),
                description.isEmpty() ? resolved(schema).path("description").asString("") : description);
    }

    /** For people: {@code array of objects or null}. */
    String type(JsonNode schema) {
        JsonNode real = resolved(schema);
        String plain = plainType(real);
        boolean nullable = schema.has("anyOf")
                        && schema.path("anyOf")
                                .valueStream()
                                .anyMatch(each -> each.path("type").asString("").equals("null"))
                || real.path("type")
                        .valueStream()
                        .anyMatch(each -> each.asString("").equals("null"));
        return nullable ? plain + " or null" : plain;
    }

    private String plainType(JsonNode real) {
        String type = real.path("type").isArray()
                ? real.path("type")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(each -> !each.equals("null"))
                        .collect(Collectors.joining(" or "))
                : real.path("type").asString("");
        if (type.equals("array")) {
            return "array of " + type(real.path("items"));
        }
        String format = real.path("format").asString("");
        return switch (format) {
            case "date-time" -> "time";
            case "binary" -> "file";
            case "date" -> "date";
            default -> type.isEmpty() ? "any" : type;
        };
    }

    /** Bounds, choices and the usual value. */
    static String rules(JsonNode schema) {
        List<String> rules = new ArrayList<>();
        if (schema.has("enum")) {
            rules.add("one of "
                    + schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        }
        bounds(schema, "minimum", "maximum", "").ifPresent(rules::add);
        bounds(schema, "minLength", "maxLength", " characters").ifPresent(rules::add);
        bounds(schema, "minItems", "maxItems", " items").ifPresent(rules::add);
        if (schema.has("default")) {
            rules.add("usually " + text(schema.path("default")));
        }
        return String.join("; ", rules);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString("");
    }

    private static Optional<String> bounds(JsonNode schema, String least, String most, String of) {
        String low = schema.path(least).asString("");
        String high = schema.path(most).asString("");
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        String text = high.isEmpty() ? low + " or more" : low.isEmpty() ? "at most " + high : low + " to " + high;
        return Optional.of(text + of);
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asString("").replace(REFERENCE, "");
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(named.path(name(schema)));
        }
        return schema.path("anyOf")
                .valueStream()
                .filter(each -> !each.path("type").asString("").equals("null"))
                .findFirst()
                .map(this::resolved)
                .orElse(schema);
    }
}
