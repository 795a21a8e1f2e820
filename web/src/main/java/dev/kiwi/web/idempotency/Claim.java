package dev.kiwi.web.idempotency;

import java.util.UUID;

/** What an attempt finds under its identity. */
sealed interface Claim {
    /** It is the first: it runs, then stores or releases. */
    record Won(String identity, UUID id) implements Claim {}

    /** The first one is still running. */
    record InFlight() implements Claim {}

    record Done(StoredAnswer answer) implements Claim {}
}
