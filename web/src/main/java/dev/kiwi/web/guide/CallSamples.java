package dev.kiwi.web.guide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The same call by {@code curl}, JavaScript and Python, with the document's examples as input. */
public final class CallSamples {
    /** @param language as a tab says it */
    public record Sample(String language, String html) {}

    private final Operation operation;
    private final String url;

    private CallSamples(Operation operation, String api) {
        this.operation = operation;
        this.url = api + path(operation) + query(operation);
    }

    /** @param api the base address of the API */
    static List<Sample> of(Operation operation, String api) {
        CallSamples samples = new CallSamples(operation, api);
        return List.of(
                new Sample("curl", CodeBlock.html("sh", samples.curl())),
                new Sample("JavaScript", CodeBlock.html("js", samples.javaScript())),
                new Sample("Python", CodeBlock.html("python", samples.python())));
    }

    static String curl(Operation operation, String api) {
        return new CallSamples(operation, api).curl();
    }

    static String javaScript(Operation operation, String api) {
        return new CallSamples(operation, api).javaScript();
    }

    static String python(Operation operation, String api) {
        return new CallSamples(operation, api).python();
    }

    private static String path(Operation operation) {
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("path")) {
                path = path.replace(
                        "{" + parameter.name() + "}",
                        UriUtils.encodePathSegment(String.join(",", parameter.samples()), StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    private static String query(Operation operation) {
        String query = operation.parameters().stream()
                .filter(each -> each.place().equals("query"))
                .flatMap(each -> each.samples().stream()
                        .map(value -> each.name() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private @Nullable String json() {
        return operation.request().stream()
                .filter(Operation.Form::isJson)
                .map(Operation.Form::example)
                .findFirst()
                .orElse(null);
    }

    private boolean isUpload() {
        return operation.request().stream().anyMatch(Operation.Form::isUpload);
    }

    private boolean isStream() {
        return answers("text/event-stream");
    }

    private boolean answers(String media) {
        return operation.answers().stream()
                .flatMap(answer -> answer.forms().stream())
                .anyMatch(form -> form.media().contains(media));
    }

    private boolean needsBearer() {
        return operation.access() != Operation.Access.ANYBODY && operation.access() != Operation.Access.TOKEN_OPTIONAL;
    }

    /** Who calls: an API token, or what stands in the browser of a person who has signed in to the website. */
    private String variable() {
        return operation.access() == Operation.Access.SITE_PERSON ? "KIWI_SESSION" : "KIWI_TOKEN";
    }

    private String curl() {
        StringBuilder text = new StringBuilder("curl -s" + (isStream() ? "N" : ""));
        if (!operation.method().equals("GET") && json() == null && !isUpload()) {
            text.append(" -X ").append(operation.method());
        } else if (json() != null && !operation.method().equals("POST")) {
            text.append(" -X ").append(operation.method());
        }
        text.append(" '").append(url).append('\'');
        if (needsBearer()) {
            text.append(" \\\n  -H \"Authorization: Bearer $")
                    .append(variable())
                    .append('"');
        }
        String json = json();
        if (json != null) {
            text.append(" \\\n  -H 'Content-Type: application/json' \\\n  -d '")
                    .append(json.replace("'", "'\\''"))
                    .append('\'');
        }
        if (isUpload()) {
            text.append(" \\\n  -F file=@").append(fileName());
        }
        return text.append('\n').toString();
    }

    private String fileName() {
        return operation.path().contains("market") ? "GrainusMod.cfg" : "LeaderBot.cfg";
    }

    private String javaScript() {
        if (isStream()) {
            return """
                    const stream = new EventSource("%s");
                    stream.addEventListener("ready", (event) => console.log(JSON.parse(event.data)));
                    """.formatted(url);
        }
        StringBuilder text = new StringBuilder();
        if (isUpload()) {
            text.append("""
                    import { openAsBlob } from "node:fs";

                    const form = new FormData();
                    form.append("file", await openAsBlob("%s"), "%s");
                    """.formatted(fileName(), fileName()));
        }
        text.append("const response = await fetch(\"")
                .append(url)
                .append('"')
                .append(options())
                .append(");\n");
        text.append("if (!response.ok) throw new Error((await response.json()).error.message);\n");
        if (answers("json")) {
            text.append("console.log(await response.json());\n");
        }
        return text.toString();
    }

    private String options() {
        StringBuilder options = new StringBuilder();
        if (!operation.method().equals("GET")) {
            options.append("  method: \"").append(operation.method()).append("\",\n");
        }
        String bearer = needsBearer() ? "Authorization: `Bearer ${process.env." + variable() + "}`" : "";
        String type = json() == null ? "" : "\"Content-Type\": \"application/json\"";
        if (!bearer.isEmpty() || !type.isEmpty()) {
            String both = bearer.isEmpty() || type.isEmpty() ? bearer + type : bearer + ", " + type;
            options.append("  headers: { ").append(both).append(" },\n");
        }
        if (json() != null) {
            options.append("  body: JSON.stringify(").append(indented(json())).append("),\n");
        } else if (isUpload()) {
            options.append("  body: form,\n");
        }
        return options.isEmpty() ? "" : ", {\n" + options + "}";
    }

    private static String indented(@Nullable String json) {
        return json == null ? "" : json.replace("\n", "\n  ");
    }

    private String python() {
        StringBuilder text = new StringBuilder(needsBearer() ? "import os\n" : "");
        text.append("import requests\n\n");
        String json = json();
        if (json != null) {
            text.append("body = r\"\"\"").append(json).append("\"\"\"\n");
        }
        text.append("response = requests.").append(operation.method().toLowerCase(Locale.ROOT));
        text.append("(\n    \"").append(url).append("\",\n");
        String bearer = needsBearer() ? "\"Authorization\": f\"Bearer {os.environ['" + variable() + "']}\"" : "";
        String type = json == null ? "" : "\"Content-Type\": \"application/json\"";
        if (!bearer.isEmpty() || !type.isEmpty()) {
            String both = bearer.isEmpty() || type.isEmpty() ? bearer + type : bearer + ", " + type;
            text.append("    headers={").append(both).append("},\n");
        }
        if (json != null) {
            text.append("    data=body.encode(),\n");
        }
        if (isUpload()) {
            text.append("    files={\"file\": open(\"").append(fileName()).append("\", \"rb\")},\n");
        }
        if (isStream()) {
            text.append("    stream=True,\n");
        }
        text.append("    timeout=30,\n)\nresponse.raise_for_status()\n");
        return text.append(isStream() ? "for line in response.iter_lines():\n    print(line.decode())\n" : show())
                .toString();
    }

    private String show() {
        return answers("json") ? "print(response.json())\n" : "";
    }
}
