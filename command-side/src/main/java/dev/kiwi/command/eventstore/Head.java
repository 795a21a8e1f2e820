package dev.kiwi.command.eventstore;

import dev.kiwi.command.eventstore.chain.HashChain;
import java.time.Instant;

/** The last event: where the next append goes on. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Head(long position, Instant time, byte[] chain) {
    static Head empty() {
        return new Head(0, Instant.EPOCH, HashChain.genesis());
    }

    /** The time of an append: the wall clock in milliseconds, and never before the event that stands before. */
    Instant next(Instant now) {
        Instant millis = Instant.ofEpochMilli(now.toEpochMilli());
        return millis.isBefore(time) ? time : millis;
    }
}
