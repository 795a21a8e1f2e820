package dev.kiwi.bench.story;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * Stands in for the services of others: knows no breached password, publishes a key to sign leak reports with, and is the
 * GitHub and the Discord at which somebody with any code logs in.
 */
final class Upstreams implements AutoCloseable {
    static final String KEY_ID = "story";
    static final String GITHUB_TOKEN = "gho_of_the_story_0123456789";
    static final String DISCORD_TOKEN = "discord_of_the_story_0123456789";
    static final String GITHUB_EMAIL = "grace@example.org";

    private final HttpServer server;
    private final KeyPair keys;

    Upstreams() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/range/", "0000000000000000000000000000000000A:0\r\n");
        answer("/keys", """
                {"public_keys":[{"key_identifier":"%s","key":"%s","is_current":true}]}""".formatted(KEY_ID, pem().replace("\n", "\\n")));
        answer("/login/oauth/access_token", "{\"access_token\":\"" + GITHUB_TOKEN + "\"}");
        answer("/user", "{\"id\":4711,\"login\":\"grace\",\"name\":\"Grace\"}");
        answer("/user/emails", """
                [{"email":"%s","primary":true,"verified":true}]""".formatted(GITHUB_EMAIL));
        answer("/api/oauth2/token", "{\"access_token\":\"" + DISCORD_TOKEN + "\"}");
        answer("/api/users/@me", """
                {"id":"80351110224678912","username":"grace","global_name":"Grace","avatar":null}""");
        server.start();
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    Map<String, String> environment() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "UPSTREAM_HIBP_URL",
                url,
                "GITHUB_SECRET_SCANNING_KEYS_URL",
                url + "/keys",
                "UPSTREAM_GITHUB_URL",
                url,
                "UPSTREAM_GITHUB_API_URL",
                url,
                "GITHUB_CLIENT_ID",
                "client of the story",
                "GITHUB_CLIENT_SECRET",
                "secret of the story",
                "UPSTREAM_DISCORD_URL",
                url,
                "DISCORD_CLIENT_ID",
                "client of the story",
                "DISCORD_CLIENT_SECRET",
                "secret of the story");
    }

    String sign(String body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
