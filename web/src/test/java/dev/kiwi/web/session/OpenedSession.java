package dev.kiwi.web.session;

import dev.kiwi.api.formats.token.RefreshTokenText;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.web.app.RunningKiwi;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.bson.types.ObjectId;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A session with its refresh token, opened without the slow hash of a password. */
record OpenedSession(String id, String refreshToken) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static OpenedSession of(RunningKiwi kiwi, String accountId) {
        return of(kiwi, accountId, Duration.ofDays(30));
    }

    static OpenedSession of(RunningKiwi kiwi, String accountId, Duration lifetime) {
        RefreshTokenText token = RefreshTokenText.mint(RANDOM);
        String id = new ObjectId().toHexString();
        kiwi.send(new OpenSession(id, accountId, 0, token.hash(), "Opera on macOS", lifetime, null));
        return new OpenedSession(id, token.text());
    }

    static ResponseSpec refresh(WebTestClient client, String token) {
        return client.post()
                .uri("/auth/refresh")
                .bodyValue(Map.of("refresh_token", token))
                .exchange();
    }
}
