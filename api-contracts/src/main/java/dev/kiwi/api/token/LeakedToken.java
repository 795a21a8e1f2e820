package dev.kiwi.api.token;

/** Whose secret was found in public. @param revokedNow false when it was revoked before */
public record LeakedToken(String tokenId, String prefix, boolean revokedNow) {}
