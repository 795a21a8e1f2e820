package dev.kiwi.web.account;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.web.oauth.PageProof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login at GitHub that has begun.
 *
 * @param state what GitHub sends back; 32 characters
 * @param browser what the cookie of the browser holds that has begun it, and no other one has
 * @param verifier what proves to GitHub that the code is redeemed by who asked for it (PKCE); never leaves Kiwi but to GitHub
 * @param page what ties our own code to the page that has begun it
 */
record GithubAttempt(String state, String browser, String verifier, PageProof page) {
    private static final int STATE_BYTES = 24;
    private static final int SECRET_BYTES = 32;
    private static final int HASH_LENGTH = 64;
    private static final int VERIFIER_LENGTH = 43;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** May block, as the generator does. */
    static GithubAttempt begin(PageProof page, SecureRandom random) {
        return new GithubAttempt(
                text(random, STATE_BYTES), text(random, SECRET_BYTES), text(random, SECRET_BYTES), page);
    }

    /** What a code is that the portal exchanges. May block, as the generator does. */
    static String newCode(SecureRandom random) {
        return text(random, STATE_BYTES);
    }

    private static String text(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return TEXT.encodeToString(drawn);
    }

    /** What GitHub learns of the verifier at first. */
    String challenge() {
        return TEXT.encodeToString(HexFormat.of().parseHex(Sha256.hex(verifier)));
    }

    /** What is kept under the state until the browser comes back. */
    String remembered() {
        return Sha256.hex(browser) + verifier + page.text();
    }

    /** A login whose browser has come back. */
    record Resumed(String verifier, PageProof page) {
        /** Hides the verifier, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Resumed[hidden]";
        }
    }

    /** What is {@link #remembered()}; empty when another browser has come back. */
    static Optional<Resumed> resumed(String remembered, @Nullable String browser) {
        boolean same = browser != null
                && MessageDigest.isEqual(
                        Sha256.hex(browser).getBytes(StandardCharsets.US_ASCII),
                        remembered.substring(0, HASH_LENGTH).getBytes(StandardCharsets.US_ASCII));
        String rest = remembered.substring(HASH_LENGTH);
        return same
                ? Optional.of(
                        new Resumed(rest.substring(0, VERIFIER_LENGTH), PageProof.of(rest.substring(VERIFIER_LENGTH))))
                : Optional.empty();
    }

    /** Hides all of it, so that it never reaches a log. */
    @Override
    public String toString() {
        return "GithubAttempt[hidden]";
    }
}
