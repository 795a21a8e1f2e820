package dev.kiwi.web.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;
import tools.jackson.databind.JsonNode;

/**
 * Browser and authenticator in one: a credential with an ES256 key and no attestation, by the layouts of WebAuthn level
 * 3. Its fields are what an attacker would change.
 */
final class SoftAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    String origin = "https://dev.aallyn.net";
    String rpId = "dev.aallyn.net";
    boolean verified = true;
    /** 0x08 for one that may be copied, 0x18 for one that is. */
    int backup;
    /** Null: the one that was asked for. */
    String challenge;
    /** Null: the one that belongs to what is done. */
    String type;
    /** Null: none is sent. */
    String userHandle;

    long count;
    byte[] id = random();
    KeyPair key = newKey();

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    String credentialId() {
        return base64(id);
    }

    /** What {@code navigator.credentials.create} would make of the options. */
    Map<String, Object> create(JsonNode options) {
        userHandle = options.at("/user/id").stringValue();
        byte[] data = bytes(
                authenticatorData(ATTESTED),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                coseKey());
        byte[] attestation = bytes(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                ByteBuffer.allocate(3)
                        .put((byte) 0x59)
                        .putShort((short) data.length)
                        .array(),
                data);
        return credential(Map.of(
                "clientDataJSON",
                base64(clientData("webauthn.create", options)),
                "attestationObject",
                base64(attestation),
                "transports",
                List.of("internal", "hybrid")));
    }

    /** What {@code navigator.credentials.get} would make of the options. */
    Map<String, Object> sign(JsonNode options) {
        byte[] data = authenticatorData(0);
        byte[] client = clientData("webauthn.get", options);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(client));
        response.put("authenticatorData", base64(data));
        response.put("signature", base64(signature(bytes(data, sha256(client)))));
        response.put("userHandle", userHandle);
        return credential(response);
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id", credentialId(),
                "rawId", credentialId(),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response);
    }

    private byte[] clientData(String does, JsonNode options) {
        String asked = challenge == null ? options.path("challenge").stringValue() : challenge;
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type == null ? does : type, asked, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more) {
        int flags = PRESENT | (verified ? VERIFIED : 0) | backup | more;
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count)
                .array();
    }

    /** {kty: EC2, alg: ES256, crv: P-256, x, y}. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return bytes(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                BigIntegers.asUnsignedByteArray(32, point.getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                BigIntegers.asUnsignedByteArray(32, point.getAffineY()));
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A text of CBOR with fewer than 24 bytes. */
    private static byte[] text(String text) {
        return bytes(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
