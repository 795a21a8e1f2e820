package dev.kiwi.web.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;

/** JWTs with ES256 and a key of ours, nothing else. What the claims say is for the caller to judge. May block. */
final class SignedClaims {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

    private final SigningKeys keys;

    SignedClaims(SigningKeys keys) {
        this.keys = keys;
    }

    String sign(JWTClaimsSet claims) {
        ECKey key = keys.current();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Could not sign a token", e);
        }
        return token.serialize();
    }

    /** Empty when the text is no JWT, or none that we signed. */
    Optional<JWTClaimsSet> verified(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            // Algorithm and key are ours to choose, never the token's.
            if (!ALGORITHM.equals(token.getHeader().getAlgorithm())) {
                return Optional.empty();
            }
            Optional<ECKey> key = keys.find(token.getHeader().getKeyID());
            return key.isPresent() && token.verify(new ECDSAVerifier(key.get()))
                    ? Optional.of(token.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
