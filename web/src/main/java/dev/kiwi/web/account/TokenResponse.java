package dev.kiwi.web.account;

/** What a login is answered with. @param expiresIn seconds that the access token is good for */
record TokenResponse(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    /** Hides the secrets, so that they never reach a log. */
    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
