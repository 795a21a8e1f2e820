package dev.kiwi.api.audit;

import org.jspecify.annotations.Nullable;

/**
 * Query for a {@link HistoryPage}, newest first: all that concerns one account, token or address.
 *
 * @param beforePosition only older events; null for the newest
 * @param limit most items of the page
 */
public record SearchTimeline(Whose whose, @Nullable Long beforePosition, int limit) {
    /** Whose events are asked for. */
    public sealed interface Whose {}

    /** What happened to the account, its tokens and its sessions, and what it did, by itself or by a token. */
    public record OfAccount(String accountId) implements Whose {}

    /** What happened to the token, and what was done with it. */
    public record OfToken(String tokenId) implements Whose {}

    /** What was done from an address. @param address canonical */
    public record FromAddress(String address) implements Whose {}
}
