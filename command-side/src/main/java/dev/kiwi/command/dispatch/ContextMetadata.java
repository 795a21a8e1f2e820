package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.jspecify.annotations.Nullable;

/** The context of a command as metadata, first of the command and then of every event that it leads to. */
final class ContextMetadata {
    private ContextMetadata() {}

    static Map<String, String> of(CommandContext context) {
        Map<String, String> values = new HashMap<>();
        values.put(MetadataKeys.ACTOR_KIND, context.actor().kind());
        values.put(MetadataKeys.ACTOR_ID, context.actor().id());
        values.put(MetadataKeys.REQUEST_ID, context.requestId());
        values.put(MetadataKeys.CORRELATION_ID, context.correlationId());
        putIfKnown(values, MetadataKeys.CAUSATION_ID, context.causationId());
        putIfKnown(values, MetadataKeys.SUBJECT, context.subject());
        putIfKnown(values, MetadataKeys.IP, context.ip());
        return values;
    }

    /** Copies the context from a command to its events. */
    static CorrelationDataProvider toEvents() {
        List<String> keys = List.of(
                MetadataKeys.ACTOR_KIND,
                MetadataKeys.ACTOR_ID,
                MetadataKeys.REQUEST_ID,
                MetadataKeys.CORRELATION_ID,
                MetadataKeys.CAUSATION_ID,
                MetadataKeys.SUBJECT,
                MetadataKeys.IP);
        return new SimpleCorrelationDataProvider(keys.toArray(String[]::new));
    }

    private static void putIfKnown(Map<String, String> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
