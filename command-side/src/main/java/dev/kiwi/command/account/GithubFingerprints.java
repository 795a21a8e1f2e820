package dev.kiwi.command.account;

import javax.crypto.SecretKey;

/** Names a GitHub account in the table of claims; its number is personal, and a plain hash of it would be guessed. */
public final class GithubFingerprints {
    private final KeyedHash hash;

    public GithubFingerprints(SecretKey key) {
        this.hash = new KeyedHash(key);
    }

    /** Lower-case hex, 64 characters. @param githubId decimal digits */
    public String of(String githubId) {
        return hash.of(githubId);
    }
}
