package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers in, records of ours out. */
final class FeedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private FeedJson() {}

    static JsonNode read(String text) throws UpstreamFailure {
        try {
            JsonNode read = JSON.readTree(text);
            if (!read.isMissingNode()) {
                return read;
            }
        } catch (JacksonException malformed) {
            // Said below, as of an empty text.
        }
        throw UpstreamFailure.unusable("its answer is no JSON");
    }

    static String write(Object item) {
        return JSON.writeValueAsString(item);
    }
}
