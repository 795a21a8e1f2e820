package dev.kiwi.web.idempotency;

import dev.kiwi.command.eventstore.CompanionRow;
import java.util.List;

/** Where answers are kept; every call may block and may fail with the store. */
interface IdempotencyRecords {
    /** Claims each identity unless somebody holds it; atomic. One that is named twice is claimed once. */
    List<Claim> claim(List<String> identities);

    default Claim claim(String identity) {
        return claim(List.of(identity)).getFirst();
    }

    /** The answer of the attempt that won, to be committed with its command; refused when its claim was taken over. */
    CompanionRow<?> row(Claim.Won claim, StoredAnswer answer);

    /** Keeps the answer of the attempt that won; does nothing when its claim has run out and was taken over. */
    void store(Claim.Won claim, StoredAnswer answer);

    /** Lets the client try again. */
    void release(Claim.Won claim);

    /** Deletes what has expired; answers how many rows that were. */
    int purge();
}
