package dev.kiwi.web.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the OpenAPI document tells, in the order in which people read it. */
public record Reference(List<Tag> tags) {
    /** Operations that belong together, by path and method. */
    public record Tag(String name, String description, List<Operation> operations) {
        /** The first letter large: {@code Leaderboards}. */
        public String title() {
            return name.equals("btt")
                    ? "BTT"
                    : Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
        }

        public String html() {
            return Markdown.html(description);
        }

        public int count() {
            return operations.size();
        }
    }

    public static Reference of(JsonNode document) {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        Schemas schemas = new Schemas(document.path("components").path("schemas"));
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                Operation operation = Operation.of(method.getKey(), path.getKey(), method.getValue(), schemas);
                byTag.computeIfAbsent(operation.tag(), tag -> new ArrayList<>()).add(operation);
            }
        }
        return new Reference(byTag.entrySet().stream()
                .map(each -> new Tag(each.getKey(), description(document, each.getKey()), ordered(each.getValue())))
                .sorted(Comparator.comparing(Tag::name))
                .toList());
    }

    public Stream<Operation> operations() {
        return tags.stream().flatMap(tag -> tag.operations().stream());
    }

    public long count() {
        return operations().count();
    }

    /** What administrators alone may call comes last. */
    private static List<Operation> ordered(List<Operation> operations) {
        return operations.stream()
                .sorted(Comparator.comparing((Operation each) -> each.access() == Operation.Access.ADMINISTRATOR)
                        .thenComparing(Operation::path)
                        .thenComparing(Operation::method))
                .toList();
    }

    private static String description(JsonNode document, String tag) {
        return document.path("tags")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(tag))
                .map(each -> each.path("description").asString(""))
                .findFirst()
                .orElse("");
    }
}
