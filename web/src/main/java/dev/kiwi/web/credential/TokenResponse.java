package dev.kiwi.web.credential;

import java.time.Duration;

/** What a login and a refresh are answered with. @param expiresIn seconds that the access token is good for */
public record TokenResponse(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    private static final String BEARER = "bearer";

    public static TokenResponse of(String accessToken, String refreshToken, SessionTokens tokens) {
        return of(accessToken, refreshToken, tokens.lifetime());
    }

    /** @param lifetime of the access token */
    public static TokenResponse of(String accessToken, String refreshToken, Duration lifetime) {
        return new TokenResponse(accessToken, refreshToken, BEARER, lifetime.toSeconds());
    }

    /** Hides the secrets, so that they never reach a log. */
    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
