package dev.kiwi.web.scanning;

import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether GitHub has signed a report: ECDSA with P-256 and SHA-256 over the body as it came. */
final class ReportSignature {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----(.+?)-----END PUBLIC KEY-----", Pattern.DOTALL);

    private final GithubKeys keys;
    private final boolean required;

    /** @param required false lets every report pass; for tests of an installation only */
    ReportSignature(GithubKeys keys, boolean required) {
        this.keys = keys;
        this.required = required;
    }

    /** False for anything that is not right, without saying what. Blocks. */
    boolean isGood(@Nullable String keyId, @Nullable String signature, byte[] body) {
        if (!required) {
            return true;
        }
        if (keyId == null || signature == null) {
            return false;
        }
        return keys.pem(keyId)
                .flatMap(ReportSignature::p256)
                .filter(key -> verifies(key, signature, body))
                .isPresent();
    }

    private static Optional<PublicKey> p256(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            return Optional.of(key).filter(ReportSignature::isP256);
        } catch (GeneralSecurityException | IllegalArgumentException notEc) {
            return Optional.empty();
        }
    }

    private static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey ec && Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()));
    }

    private static boolean verifies(PublicKey key, String signature, byte[] body) {
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initVerify(key);
            ecdsa.update(body);
            return ecdsa.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
