package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What the tests of passkeys ask of a running Kiwi; each call comes from an address of its own. */
record PasskeyCalls(RunningKiwi kiwi) {
    static final String PASSKEYS = "/auth/passkeys";

    ResponseSpec post(String session, String path, Object body) {
        return kiwi.with(session).post().uri(PASSKEYS + path).bodyValue(body).exchange();
    }

    ResponseSpec anonymously(String path, Object body) {
        return kiwi.client().post().uri(PASSKEYS + path).bodyValue(body).exchange();
    }

    static JsonNode publicKey(ResponseSpec answer) {
        return json(answer, 200).path("public_key");
    }

    JsonNode toCreate(String session) {
        return publicKey(post(session, "/options", Map.of("password", PASSWORD)));
    }

    JsonNode toLogIn() {
        return publicKey(anonymously("/login/options", Map.of()));
    }

    JsonNode toStepUp(String session) {
        return publicKey(post(session, "/step-up/options", Map.of()));
    }

    ResponseSpec add(String session, JsonNode options, Map<String, Object> credential) {
        return post(session, "", Map.of("name", "my phone", "challenge", challenge(options), "credential", credential));
    }

    /** The first passkey of an account; the answer has its recovery codes. */
    JsonNode added(Account owner, SoftAuthenticator authenticator) {
        JsonNode options = toCreate(owner.session());
        return json(add(owner.session(), options, authenticator.create(options)), 201);
    }

    ResponseSpec logIn(JsonNode options, SoftAuthenticator authenticator) {
        return anonymously("/login", signed(options, authenticator));
    }

    ResponseSpec logIn(SoftAuthenticator authenticator) {
        return logIn(toLogIn(), authenticator);
    }

    /** An access token of the session that has just shown the passkey. */
    String steppedUp(Account owner, SoftAuthenticator authenticator) {
        JsonNode options = toStepUp(owner.session());
        return json(post(owner.session(), "/step-up", signed(options, authenticator)), 200)
                .path("access_token")
                .stringValue();
    }

    static Map<String, Object> signed(JsonNode options, SoftAuthenticator authenticator) {
        return Map.of("challenge", challenge(options), "credential", authenticator.sign(options));
    }

    static String challenge(JsonNode options) {
        return options.path("challenge").stringValue();
    }

    ResponseSpec passwordLogin(Account owner) {
        return kiwi.client()
                .post()
                .uri("/auth/login")
                .bodyValue(Map.of("email", owner.email(), "password", PASSWORD))
                .exchange();
    }

    List<String> incidents(Account owner) {
        return json(kiwi.with(owner.session()).get().uri("/auth/security-events"))
                .valueStream()
                .map(incident -> incident.path("kind").stringValue())
                .toList();
    }

    JsonNode listed(Account owner) {
        return json(kiwi.with(owner.session()).get().uri(PASSKEYS));
    }
}
