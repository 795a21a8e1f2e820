package dev.kiwi.web.rotation;

import dev.kiwi.api.rotation.GameCycle;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Weeks of delves by their numbers, and their depths as values that are written as they were read. */
final class DelveText {
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    private DelveText() {}

    /** 1 for the first; 0 and below before it. */
    static long week(long moment) {
        return GameCycle.DELVE_WEEK.index(moment) + 1;
    }

    static List<Object> read(String json) {
        return Exact.MAPPER.readValue(json, LIST);
    }

    /** Made when there is something to read. */
    private static final class Exact {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }
}
