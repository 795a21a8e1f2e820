package dev.kiwi.command.token;

import java.time.Instant;
import java.util.Optional;

/** When tokens were used last; uses are counted by the request path and are no events. */
public interface TokenUses {
    /** Accurate to the interval in which uses are written; empty for a token that was never used. Blocks. */
    Optional<Instant> lastUse(String tokenId);

    /** Since when uses are counted: what was used before is not known, as after a restore. Blocks. */
    default Instant countedSince() {
        return Instant.MIN;
    }
}
