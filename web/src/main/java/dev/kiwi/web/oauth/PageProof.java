package dev.kiwi.web.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Ties a one-time code of ours to the page that began the login (RFC 7636 with method S256): the page names a hash when it
 * begins, and with the code it shows what that is of. A code alone could be handed to somebody else by a link, who would
 * then be signed in as its owner.
 *
 * @param challenge 43 characters of URL-safe base64; null for a client that names none, whose code is for whoever has it
 */
public record PageProof(@Nullable String challenge) {
    /** What a challenge looks like. */
    public static final String CHALLENGE = "[A-Za-z0-9_-]{43}";

    /** Characters of a verifier. */
    public static final int LONGEST_VERIFIER = 128;

    /** Of {@link #text()}. */
    public static PageProof of(String text) {
        return new PageProof(text.isEmpty() ? null : text);
    }

    /** One of the parts of what is kept; none in what a node has kept that did not know of proofs yet. */
    public static PageProof in(String[] parts, int index) {
        return of(index < parts.length ? parts[index] : "");
    }

    /** To be kept with the login; empty without a challenge. */
    public String text() {
        return challenge == null ? "" : challenge;
    }

    /** A page that shows a verifier takes no code that was begun without one: nobody who sent it there has its challenge. */
    public boolean isMetBy(@Nullable String verifier) {
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        return MessageDigest.isEqual(
                challenge.getBytes(StandardCharsets.US_ASCII),
                Pkce.challenge(verifier).getBytes(StandardCharsets.US_ASCII));
    }
}
