package dev.kiwi.command.eventstore;

import dev.kiwi.command.eventstore.chain.ChainedEvent;
import java.time.Instant;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** A serialized event that has no position and no time yet: the appender gives it both. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NewEvent(
        String eventId,
        String aggregateId,
        long sequence,
        String type,
        String payloadType,
        String payloadRevision,
        byte[] payload,
        byte[] metadata) {

    /** {@code <type>:<id>}: the unique key (aggregate, sequence) does not know the type, so the id has to. */
    private static final Pattern AGGREGATE_ID = Pattern.compile("[a-z][a-z0-9_-]*:.+");

    /** @throws IllegalArgumentException for an event of no aggregate, or of one whose id does not carry its type */
    static NewEvent of(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException(message.getPayloadType().getName() + " was published by no aggregate");
        }
        if (!AGGREGATE_ID.matcher(event.getAggregateIdentifier()).matches()) {
            throw new IllegalArgumentException("Aggregate id '" + event.getAggregateIdentifier() + "' of "
                    + event.getType() + " does not start with its type and a colon");
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        return new NewEvent(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }

    ChainedEvent at(long position, Instant time) {
        return new ChainedEvent(
                position, eventId, aggregateId, sequence, type, time, payloadType, payloadRevision, payload, metadata);
    }
}
