package dev.kiwi.web.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of the API.
 *
 * @param scope that a token needs; null where none is asked for
 * @param summary without the mark of who may call
 * @param request the forms of its body; empty without one
 */
public record Operation(
        String tag,
        String id,
        String method,
        String path,
        String summary,
        String description,
        Access access,
        @Nullable String scope,
        List<Parameter> parameters,
        List<Form> request,
        List<Answer> answers,
        List<Failure> failures) {
    /** Who may call. */
    public enum Access {
        ANYBODY("Anybody", "no token is looked at"),
        TOKEN_OPTIONAL("No token needed", "with a token it counts against the token's budget"),
        TOKEN("API token", ""),
        ADMINISTRATOR("Administrators", "an administrator's API token or session"),
        SITE_PERSON("Site session", "a person who has signed in to the website");

        private final String label;
        private final String note;

        Access(String label, String note) {
            this.label = label;
            this.note = note;
        }

        public String label() {
            return label;
        }

        public String note() {
            return note;
        }
    }

    /**
     * @param place path, query or header
     * @param rules bounds and the usual value, as text
     * @param samples what stands for it in a sample of the call; several of one that is repeated, none when it is left out
     */
    public record Parameter(
            String name,
            String place,
            String type,
            boolean required,
            String rules,
            String description,
            List<String> samples) {
        public String html() {
            return Schemas.html(description, rules);
        }
    }

    /**
     * A body in one media type.
     *
     * @param type what it is, when it has no fields
     * @param asked whether the caller sends it
     */
    public record Form(
            String media,
            String type,
            String note,
            List<Field> fields,
            @Nullable String example,
            boolean asked) {
        /** Whether there is more to say of a field than its name and type. */
        public boolean hasNotes() {
            return fields.stream()
                    .anyMatch(field ->
                            !field.description().isEmpty() || !field.rules().isEmpty());
        }

        public boolean isJson() {
            return media.contains("json") && !media.contains("ndjson");
        }

        public boolean isUpload() {
            return media.startsWith("multipart/");
        }

        public @Nullable String exampleHtml() {
            return example == null ? null : CodeBlock.html(isJson() ? "json" : "text", example);
        }

        public boolean hasFields() {
            return !fields.isEmpty();
        }
    }

    public record Answer(String status, String description, List<Form> forms) {
        /** The library's word where a handler says nothing is left out. */
        public String html() {
            return description.equals("OK") ? "" : Markdown.html(description);
        }
    }

    /** @param code of the envelope, as in the document's example */
    public record Failure(String status, String code, String description) {}

    static Operation of(String method, String path, JsonNode operation, Schemas schemas) {
        return new Operation(
                operation.path("tags").path(0).asString("other"),
                operation.path("operationId").asString(""),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString("").replaceFirst("^\\P{L}+", ""),
                withoutMark(operation.path("description").asString("")),
                access(operation.path("security")),
                operation.path("x-kiwi-scope").isString()
                        ? operation.path("x-kiwi-scope").asString()
                        : null,
                operation
                        .path("parameters")
                        .valueStream()
                        .map(each -> parameter(each, schemas))
                        .toList(),
                forms(operation.path("requestBody").path("content"), schemas, true),
                operation.path("responses").properties().stream()
                        .filter(each -> isGood(each.getKey()))
                        .map(each -> new Answer(
                                each.getKey(),
                                each.getValue().path("description").asString(""),
                                forms(each.getValue().path("content"), schemas, false)))
                        .toList(),
                operation.path("responses").properties().stream()
                        .filter(each -> !isGood(each.getKey()))
                        .map(Operation::failure)
                        .toList());
    }

    public String html() {
        return Markdown.html(description);
    }

    public boolean hasParameters() {
        return !parameters.isEmpty();
    }

    public boolean hasRequest() {
        return !request.isEmpty();
    }

    /** For the filter of the index. */
    public String words() {
        return (method + " " + path + " " + id + " " + summary + " " + (scope == null ? "" : scope))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isGood(String status) {
        return status.startsWith("2") || status.startsWith("3");
    }

    /** The document's last paragraph says by a mark what {@link #access} says. */
    private static String withoutMark(String description) {
        return description.replaceFirst("\\s*(🔓|⭐)[^\\n]*$", "");
    }

    private static Access access(JsonNode security) {
        List<String> schemes = security.valueStream()
                .map(each -> String.join("", each.propertyNames()))
                .toList();
        if (schemes.contains("SessionJWT")) {
            return Access.ADMINISTRATOR;
        }
        if (schemes.contains("SiteSessionJWT")) {
            return Access.SITE_PERSON;
        }
        if (schemes.contains("APIToken")) {
            return schemes.contains("") ? Access.TOKEN_OPTIONAL : Access.TOKEN;
        }
        return Access.ANYBODY;
    }

    private static Parameter parameter(JsonNode parameter, Schemas schemas) {
        JsonNode schema = parameter.path("schema");
        return new Parameter(
                parameter.path("name").asString(""),
                parameter.path("in").asString(""),
                schemas.type(schema),
                parameter.path("required").asBoolean(false),
                Schemas.rules(schema),
                parameter.path("description").asString(""),
                samples(parameter));
    }

    private static List<String> samples(JsonNode parameter) {
        JsonNode example = parameter.path("example");
        return example.isArray()
                ? example.valueStream().map(JsonNode::asString).toList()
                : example.isMissingNode() ? List.of() : List.of(example.asString());
    }

    private static List<Form> forms(JsonNode content, Schemas schemas, boolean asked) {
        return content.properties().stream()
                .map(each -> form(each, schemas, asked))
                .toList();
    }

    private static Form form(Map.Entry<String, JsonNode> media, Schemas schemas, boolean asked) {
        JsonNode schema = media.getValue().path("schema");
        JsonNode example = media.getValue().path("example");
        return new Form(
                media.getKey(),
                schemas.type(schema),
                schema.path("description").asString(""),
                schemas.fields(schema),
                example.isMissingNode() ? null : Schemas.shown(example),
                asked);
    }

    private static Failure failure(Map.Entry<String, JsonNode> answer) {
        return new Failure(
                answer.getKey(),
                answer.getValue()
                        .path("content")
                        .path("application/json")
                        .path("example")
                        .path("error")
                        .path("code")
                        .asString(""),
                answer.getValue().path("description").asString(""));
    }
}
