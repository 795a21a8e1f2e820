package dev.kiwi.web.credential;

/** What a login and a refresh are answered with. @param expiresIn seconds that the access token is good for */
public record TokenResponse(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    private static final String BEARER = "bearer";

    public static TokenResponse of(String accessToken, String refreshToken, SessionTokens tokens) {
        return new TokenResponse(
                accessToken, refreshToken, BEARER, tokens.lifetime().toSeconds());
    }

    /** Hides the secrets, so that they never reach a log. */
    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
