package dev.kiwi.web.credential;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import dev.kiwi.web.credential.SigningKeyTable.Stored;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.BlockingWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The public halves of the keys that sign session tokens (RFC 7517), and their rotation. */
@RestController
class SigningKeyController {
    private static final Duration CACHED = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final SigningKeyNews news;
    private final BlockingWork blocking;

    SigningKeyController(SigningKeys keys, SigningKeyNews news, BlockingWork blocking) {
        this.keys = keys;
        this.news = news;
        this.blocking = blocking;
    }

    /** @param verifiesUntil null for the key that signs */
    record KeyStatus(
            String kid,
            boolean signs,
            Instant createdAt,
            @Nullable Instant verifiesUntil) {
        static KeyStatus of(Stored key) {
            return new KeyStatus(
                    key.pair().getKeyID(), key.verifiesUntil() == null, key.createdAt(), key.verifiesUntil());
        }
    }

    @GetMapping("/.well-known/jwks.json")
    @Gate(Gate.Kind.OPEN)
    Mono<ResponseEntity<Map<String, Object>>> publicKeys() {
        return blocking.call(keys::verifying)
                .map(verifying -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                        .body(new JWKSet(verifying.stream()
                                        .map(key -> described(key.pair()))
                                        .toList())
                                .toJSONObject(true)));
    }

    /**
     * Has a new key sign; nobody is logged out.
     *
     * @param voidOld true after a theft: access tokens of older keys are refused at once, and clients refresh
     */
    @PostMapping("/admin/signing-keys/rotate")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    @StepUp
    Mono<List<KeyStatus>> rotate(@RequestParam(name = "void_old", defaultValue = "false") boolean voidOld) {
        return blocking.call(() -> {
            news.rotate(voidOld);
            return keys.verifying().stream().map(KeyStatus::of).toList();
        });
    }

    private static JWK described(ECKey key) {
        return new ECKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build()
                .toPublicJWK();
    }
}
