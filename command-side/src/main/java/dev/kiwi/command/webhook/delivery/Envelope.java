package dev.kiwi.command.webhook.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The body that is posted: {@code {"id", "kind", "created_at", "api_version", "position", "data"}}. */
final class Envelope {
    /** Of what stands in bodies; moves when a member changes its meaning or goes. */
    static final String API_VERSION = "1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Envelope() {}

    /**
     * @param id the same for each attempt, so that a receiver can tell a repeat
     * @param position of the event in the store, for {@code Kiwi-Min-Position}; null for a ping
     */
    static String text(
            String id, String kind, Instant at, @Nullable Long position, Map<String, ? extends @Nullable Object> data) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("kind", kind);
        body.put("created_at", at.toString());
        body.put("api_version", API_VERSION);
        body.put("position", position);
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }
}
