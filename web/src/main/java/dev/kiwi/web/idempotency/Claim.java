package dev.kiwi.web.idempotency;

import java.util.UUID;

/** What an attempt finds under its identity. */
sealed interface Claim {
    /**
     * Nothing is known of it: it runs, and what it appends or stores is refused when another attempt was faster.
     *
     * @param id tells this attempt from others
     */
    record Won(String identity, UUID id) implements Claim {}

    /** Another one is still running. */
    record InFlight() implements Claim {}

    /** One has done what it was asked for, and ended before its answer was kept. */
    record Unanswered() implements Claim {}

    record Done(StoredAnswer answer) implements Claim {}
}
