package dev.kiwi.web.idempotency;

import dev.kiwi.command.eventstore.CompanionRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where answers are kept; every call may block and may fail with the store. */
interface IdempotencyRecords {
    /** What is known of each identity, in their order. */
    List<Claim> find(List<String> identities);

    /**
     * To be committed with what the attempt's command has decided; refused when another attempt was faster.
     *
     * @param answer null while the answer is not known: then the row keeps others off, also when it is never known, since
     *     what is committed with it has been done
     */
    CompanionRow<?> row(Claim.Won attempt, @Nullable StoredAnswer answer);

    /** Keeps the answer of the attempt; does nothing when another one was faster. */
    void store(Claim.Won attempt, StoredAnswer answer);

    /** Deletes what has expired; answers how many rows that were. */
    int purge();
}
