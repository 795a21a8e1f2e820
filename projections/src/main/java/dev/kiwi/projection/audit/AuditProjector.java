package dev.kiwi.projection.audit;

import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code history} with one row an event. Payload and address stay in the event store, so that what an erased key
 * makes unreadable there is unreadable here too.
 */
public final class AuditProjector {
    private final ReadModel model;

    public AuditProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(EventMessage<?> event, TrackingToken token) {
        EventType type = event.getPayloadType().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getPayloadType() + " has no @EventType");
        }
        MetaData metadata = event.getMetaData();
        model.jdbc()
                .sql("""
                        insert into history (position, event_id, context, type, revision, entity,
                            actor_kind, actor_id, request_id, correlation_id, causation_id, at)
                        values (:position, :event, :context, :type, :revision, :entity,
                            :kind, :actor, :request, :correlation, :causation, :at)""")
                .param("position", token.position().orElseThrow())
                .param("event", event.getIdentifier())
                .param("context", context(type.name()))
                .param("type", type.name())
                .param("revision", type.revision())
                .param("entity", entity(event))
                .param("kind", text(metadata, MetadataKeys.ACTOR_KIND))
                .param("actor", text(metadata, MetadataKeys.ACTOR_ID))
                .param("request", text(metadata, MetadataKeys.REQUEST_ID))
                .param("correlation", text(metadata, MetadataKeys.CORRELATION_ID))
                .param("causation", text(metadata, MetadataKeys.CAUSATION_ID))
                .param("at", Timestamp.from(event.getTimestamp()))
                .update();
    }

    private static String context(String typeName) {
        return typeName.substring(0, typeName.indexOf('.'));
    }

    // An event that no aggregate applied stands for itself.
    private static String entity(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : event.getIdentifier();
    }

    private static @Nullable String text(MetaData metadata, String key) {
        Object value = metadata.get(key);
        return value == null ? null : value.toString();
    }
}
