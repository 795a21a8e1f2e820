package dev.kiwi.command.claim;

import java.util.List;
import java.util.Optional;

/**
 * Uniqueness across aggregates (design 3.5), for example {@code ("email", "a@b.c")} or {@code ("token_hash", "9f..")}.
 * {@link #claim} and {@link #release} are called inside a command handler and take effect in the same transaction as
 * the events of that command, or not at all.
 */
public interface Claims {
    /**
     * Claims a value for an owner. The command ends in a {@link dev.kiwi.api.kernel.Refusal} with
     * {@link dev.kiwi.api.kernel.ErrorCode#CONFLICT} when another owner holds it at commit.
     */
    void claim(String kind, String value, String owner);

    /**
     * For a decision that stands on a claim that was read. The command ends in a {@link dev.kiwi.api.kernel.Refusal} with
     * {@link dev.kiwi.api.kernel.ErrorCode#CONFLICT} when at commit the value is not, or not any more, this owner's.
     */
    void require(String kind, String value, String owner);

    /** Gives a value back. Releasing what is not held does nothing. */
    void release(String kind, String value);

    /** Reads the committed truth, at once and strongly consistent; usable outside a command. */
    Optional<Claimed> find(String kind, String value);

    /** Values of a kind that an owner holds; looks at every claim of the kind, so it is for rare acts. */
    List<String> heldBy(String kind, String owner);

    /** @param position of the event that was appended with the claim */
    record Claimed(String owner, long position) {}
}
