package dev.kiwi.web.credential;

import dev.kiwi.web.invalidate.Invalidations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rotates the signing keys, and has every node read them again. */
final class SigningKeyNews {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyNews.class);
    static final String TOPIC = "signing-key";

    private final SigningKeys keys;
    private final Invalidations invalidations;

    SigningKeyNews(SigningKeys keys, SessionTokens tokens, Invalidations invalidations) {
        this.keys = keys;
        this.invalidations = invalidations;
        invalidations.subscribe(TOPIC, any -> {
            keys.forget();
            tokens.forget();
        });
    }

    /** Blocks. @param voidOld whether the tokens of older keys are refused at once */
    void rotate(boolean voidOld) {
        keys.rotate(voidOld);
        String kid = keys.current().getKeyID();
        LOG.info("Session tokens are signed with the new key {}; old ones {}", kid, voidOld ? "are void" : "stay good");
        invalidations.publish(TOPIC, kid);
    }
}
