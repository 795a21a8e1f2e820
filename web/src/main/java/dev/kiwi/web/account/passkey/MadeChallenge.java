package dev.kiwi.web.account.passkey;

import java.time.Duration;

/** A challenge that is to be signed. @param text 32 random bytes, base64url */
public record MadeChallenge(String text, Duration lifetime) {}
