package dev.kiwi.api.token;

/** The identifier under which a token's events are stored. */
public final class TokenKey {
    private static final String PREFIX = "token:";

    private TokenKey() {}

    public static String of(String tokenId) {
        return PREFIX + tokenId;
    }

    /** The id inside a stored identifier. */
    public static String idIn(String key) {
        return key.substring(PREFIX.length());
    }
}
