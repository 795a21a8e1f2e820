package dev.kiwi.web.face;

import dev.kiwi.web.http.BlockingWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of slash commands, written on the server from the file that programs may load too (web.md D.2). */
@Component
class CommandList implements PageData {
    private final FaceFiles files;
    private final JsonMapper json;
    private final BlockingWork blocking;

    CommandList(FaceFiles files, JsonMapper json, BlockingWork blocking) {
        this.files = files;
        this.json = json;
        this.blocking = blocking;
    }

    @Override
    public String page() {
        return "commands";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        return blocking.call(this::read);
    }

    private Map<String, Object> read() {
        JsonNode file = json.readTree(files.read("static/commands.json").orElseThrow());
        List<Map<String, Object>> categories = new ArrayList<>();
        for (JsonNode category : file.path("categories")) {
            String key = category.path("key").asString();
            List<Map<String, Object>> commands = StreamSupport.stream(
                            file.path("commands").spliterator(), false)
                    .filter(command -> command.path("category").asString().equals(key))
                    .map(CommandList::row)
                    .toList();
            categories.add(Map.of(
                    "key", key, "name", english(category.path("name")), "size", commands.size(), "commands", commands));
        }
        return Map.of(
                "intro",
                english(file.path("intro")),
                "count",
                file.path("commands").size(),
                "categories",
                categories);
    }

    private static Map<String, Object> row(JsonNode command) {
        String syntax = command.path("syntax").asString();
        String aliases = StreamSupport.stream(command.path("aliases").spliterator(), false)
                .map(JsonNode::asString)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        String description = english(command.path("description"));
        String note = english(command.path("note"));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("syntax", syntax);
        row.put("aliases", aliases.isEmpty() ? false : aliases);
        row.put("description", description);
        row.put("note", note.isEmpty() ? false : note);
        row.put("filled", syntax.contains("<"));
        row.put("text", String.join(" ", syntax, aliases, description, note).toLowerCase(Locale.ROOT));
        return row;
    }

    private static String english(JsonNode text) {
        return text.path("en").asString("");
    }
}
