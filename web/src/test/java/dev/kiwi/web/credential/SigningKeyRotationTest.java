package dev.kiwi.web.credential;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class SigningKeyRotationTest {
    private static final String ROTATE = "/admin/signing-keys/rotate";

    private final RunningKiwi kiwi;

    SigningKeyRotationTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private JWKSet published() throws Exception {
        JsonNode body = json(
                kiwi.client()
                        .get()
                        .uri("/.well-known/jwks.json")
                        .exchange()
                        .expectHeader()
                        .valueEquals("Cache-Control", "max-age=300, public"),
                200);
        return JWKSet.parse(body.toString());
    }

    @Test
    void anybodyCanVerifyASessionTokenAndNobodyCanSignOne() throws Exception {
        SignedJWT token = SignedJWT.parse(kiwi.account().session());
        ECKey key = published().getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(key.getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(published().getKeys()).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
    }

    @Test
    void aRotationIsPublishedAndLogsNobodyOut() throws Exception {
        Account admin = kiwi.superuser();
        JsonNode keys = json(kiwi.with(admin.session()).post().uri(ROTATE));
        assertThat(keys.get(0).path("signs").booleanValue()).isTrue();
        assertThat(keys.get(1).path("verifies_until").isString()).isTrue();
        json(kiwi.with(admin.session()).get().uri("/auth/me"));
        SignedJWT next = SignedJWT.parse(kiwi.account().session());
        assertThat(next.getHeader().getKeyID())
                .isEqualTo(keys.get(0).path("kid").stringValue())
                .isNotEqualTo(SignedJWT.parse(admin.session()).getHeader().getKeyID());
        assertThat(published().getKeyByKeyId(next.getHeader().getKeyID())).isNotNull();
        assertThat(published().getKeys()).hasSize(keys.size());
    }

    @Test
    void afterATheftOldTokensAreVoid() {
        Account admin = kiwi.superuser();
        json(kiwi.with(admin.session()).post().uri(ROTATE + "?void_old=true"));
        json(kiwi.with(admin.session()).get().uri("/auth/me").exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri("/auth/me"));
    }

    @Test
    void isForAdministratorsOnly() {
        json(kiwi.client().post().uri(ROTATE).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).post().uri(ROTATE).exchange(), 403);
        json(
                kiwi.with(kiwi.superuser().session())
                        .post()
                        .uri(ROTATE + "?void_old=perhaps")
                        .exchange(),
                422);
    }
}
