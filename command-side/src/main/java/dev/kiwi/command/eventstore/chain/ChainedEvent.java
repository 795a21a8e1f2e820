package dev.kiwi.command.eventstore.chain;

import java.time.Instant;

/** Every column of an event that the hash chain covers. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ChainedEvent(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        String type,
        Instant time,
        String payloadType,
        String payloadRevision,
        byte[] payload,
        byte[] metadata) {

    /** The same content at another position. */
    ChainedEvent at(long otherPosition) {
        return new ChainedEvent(
                otherPosition,
                eventId,
                aggregateId,
                sequence,
                type,
                time,
                payloadType,
                payloadRevision,
                payload,
                metadata);
    }
}
