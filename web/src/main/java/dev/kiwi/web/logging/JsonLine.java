package dev.kiwi.web.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.kiwi.web.http.RequestId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.json.JsonWriter;

/** {@code LOG_FORMAT=json}: the same fields as the text line, one JSON object a line. */
public final class JsonLine extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneId.systemDefault());
    private static final ThrowableProxyConverter TRACE = new ThrowableProxyConverter();

    static {
        TRACE.start();
    }

    private final JsonWriter<ILoggingEvent> writer = JsonWriter.<ILoggingEvent>of(members -> {
                members.add("timestamp", event -> TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
                members.add("level", event -> event.getLevel().toString());
                members.add("logger", ILoggingEvent::getLoggerName);
                members.add("rid", event -> event.getMDCPropertyMap().getOrDefault(RequestId.CONTEXT_KEY, "-"));
                members.add("message", ILoggingEvent::getFormattedMessage);
                members.add("exception", JsonLine::trace).whenHasLength();
            })
            .withNewLineAtEnd();

    private static String trace(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? "" : TRACE.convert(event);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return writer.writeToString(event).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
