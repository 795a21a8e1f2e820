package dev.kiwi.web.scanning;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Plays GitHub: publishes keys and signs reports. */
public final class GithubStandIn implements AutoCloseable {
    static final String KEY = "key-1";
    static final String RSA_KEY = "key-rsa";
    static final String P384_KEY = "key-p384";
    static final String BROKEN_KEY = "key-broken";

    private static final GithubStandIn SHARED = new GithubStandIn();

    final AtomicInteger fetches = new AtomicInteger();
    volatile int status = 200;
    private final HttpServer server;
    private final KeyPair pair = pair("secp256r1");
    private final Map<String, String> published = new LinkedHashMap<>();

    GithubStandIn() {
        published.put(KEY, pem(pair.getPublic()));
        published.put(RSA_KEY, pem(rsa().getPublic()));
        published.put(P384_KEY, pem(pair("secp384r1").getPublic()));
        published.put(BROKEN_KEY, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] body = keys().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** The one that the running application asks. */
    static GithubStandIn shared() {
        return SHARED;
    }

    /** Where the running application finds the keys. */
    public static String url() {
        return SHARED.keysUrl();
    }

    String keysUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    void publish(String id, PublicKey key) {
        published.put(id, pem(key));
    }

    String sign(byte[] body) {
        return sign(body, pair);
    }

    static String sign(byte[] body, KeyPair pair) {
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initSign(pair.getPrivate());
            ecdsa.update(body);
            return Base64.getEncoder().encodeToString(ecdsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String keys() {
        return published.entrySet().stream()
                .map(key -> "{\"key_identifier\":\"" + key.getKey() + "\",\"key\":\""
                        + key.getValue().replace("\n", "\\n") + "\",\"is_current\":true}")
                .collect(Collectors.joining(",", "{\"public_keys\":[", "]}"));
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
