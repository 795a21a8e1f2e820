package dev.kiwi.web.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLineTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void oneObjectALineWithTheSameFieldsAsTheText() {
        String line = line("a \"quoted\"\nmessage", Map.of("rid", "req_1"), null);
        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.get("level").asString()).isEqualTo("INFO");
        assertThat(json.get("logger").asString()).isEqualTo("dev.kiwi.Test");
        assertThat(json.get("rid").asString()).isEqualTo("req_1");
        assertThat(json.get("message").asString()).isEqualTo("a \"quoted\"\nmessage");
        assertThat(json.get("timestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
        assertThat(json.has("exception")).isFalse();
    }

    @Test
    void outsideOfARequestTheIdIsADashAndATraceStaysOnTheLine() {
        JsonNode json = JsonMapper.shared().readTree(line("failed", Map.of(), new IllegalStateException("why")));
        assertThat(json.get("rid").asString()).isEqualTo("-");
        assertThat(json.get("exception").asString()).contains("IllegalStateException: why", "JsonLineTest");
    }

    private String line(String message, Map<String, String> mdc, Throwable error) {
        LoggingEvent event =
                new LoggingEvent("test", context.getLogger("dev.kiwi.Test"), Level.INFO, message, error, null);
        event.setInstant(Instant.parse("2026-11-21T12:00:00Z"));
        event.setMDCPropertyMap(mdc);
        return new String(new JsonLine().encode(event), StandardCharsets.UTF_8);
    }
}
