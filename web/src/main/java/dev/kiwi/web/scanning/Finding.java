package dev.kiwi.web.scanning;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Something that looks like a token and stood in public. @param type as the scanner calls it */
record Finding(String token, String type) {
    private static final String USUAL_TYPE = "kiwi_api_token";

    /** Those of a report, in order; elements that are none are skipped. Refused with {@code bad_request} for no array. */
    static List<Finding> in(byte[] report, JsonMapper json) {
        JsonNode elements = read(report, json);
        if (!elements.isArray()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "A report is an array of matches.");
        }
        return elements.valueStream().flatMap(element -> of(element).stream()).toList();
    }

    private static JsonNode read(byte[] report, JsonMapper json) {
        try {
            return json.readTree(report);
        } catch (JacksonException e) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "A report is JSON.");
        }
    }

    private static Optional<Finding> of(JsonNode element) {
        return text(element.path("token"))
                .map(token -> new Finding(token, text(element.path("type")).orElse(USUAL_TYPE)));
    }

    // Half a surrogate pair could be read, but not be written into the answer.
    private static Optional<String> text(JsonNode node) {
        return node.isString()
                ? Optional.of(node.stringValue())
                        .filter(text -> !text.isEmpty()
                                && StandardCharsets.UTF_8.newEncoder().canEncode(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Finding[" + type + "]";
    }
}
