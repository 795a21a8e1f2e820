package dev.kiwi.web.idempotency;

/** Where answers are kept; every call may block and may fail with the store. */
interface IdempotencyRecords {
    /** Claims the identity unless somebody holds it; atomic. */
    Claim claim(String identity);

    /** Keeps the answer of the attempt that won; does nothing when its claim has run out and was taken over. */
    void store(Claim.Won claim, StoredAnswer answer);

    /** Lets the client try again. */
    void release(Claim.Won claim);

    /** Deletes what has expired; answers how many rows that were. */
    int purge();
}
