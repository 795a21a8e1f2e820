package dev.kiwi.web.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The line that {@code LOG_FORMAT=text} writes (platform.md 1.4). */
class TextLineTest {
    private final LoggerContext context = new LoggerContext();
    private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();

    TextLineTest() throws IOException {
        encoder.setContext(context);
        encoder.setPattern(pattern());
        encoder.start();
    }

    private static String pattern() throws IOException {
        try (InputStream configuration = TextLineTest.class.getResourceAsStream("/logging/text.xml")) {
            String text = new String(Objects.requireNonNull(configuration).readAllBytes(), StandardCharsets.UTF_8);
            Matcher pattern = Pattern.compile("<pattern>(.*)</pattern>").matcher(text);
            assertThat(pattern.find()).isTrue();
            return pattern.group(1);
        }
    }

    private String line(Level level, Map<String, String> mdc) {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("dev.kiwi.web.Some"), level, "took {} ms", null, new Object[] {7});
        event.setMDCPropertyMap(mdc);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void hasTimeLevelLoggerRequestAndMessage() {
        assertThat(line(Level.WARN, Map.of("rid", "req_0123456789abcdef")))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)"
                        + " WARN    dev\\.kiwi\\.web\\.Some rid=req_0123456789abcdef took 7 ms\\R");
    }

    @Test
    void outsideOfARequestTheIdIsADash() {
        assertThat(line(Level.INFO, Map.of())).contains(" INFO    dev.kiwi.web.Some rid=- took 7 ms");
    }
}
