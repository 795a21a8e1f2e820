package dev.kiwi.web.gate;

/** Counts the accepted requests of API tokens (platform.md 6.7). */
public interface UseAccounting {
    /** One more request has passed allowlist and rate limits. Never blocks. */
    void accepted(String tokenId);
}
