package dev.kiwi.bench.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A developer's life with Kiwi, over HTTP, on the jar as users run it: sign up, read the mail, verify, log in, a second
 * factor, mint, call, see the usage, rotate, a leak is found, revoke, export, delete. Another comes by GitHub and Discord
 * and has a webhook. Then the event store is whole, every projection rebuilds to the same rows, and no secret is found in
 * a log, a store or the heap.
 */
class PlatformStoryTest {
    /** Process managers, which are never rebuilt: they would send everything again. */
    private static final Set<String> PROCESSES = Set.of("mail", "webhook_outbox");

    private static final String EMAIL = "ada@example.org";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/auth/[^\\s\"<]+)");

    @TempDir
    Path folder;

    private final Secrets secrets = new Secrets();

    @Test
    void fromSignUpToDeletion() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Upstreams upstreams = new Upstreams()) {
            Map<String, String> environment = new HashMap<>(upstreams.environment());
            environment.put("SMTP_HOST", "127.0.0.1");
            environment.put("SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
            Path data = folder.resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.start(data, environment, "all")) {
                Browser browser = new Browser(kiwi.url());
                live(browser, mail, upstreams);
                new Providers(browser, secrets).live();
                rebuildEverything(kiwi);
                Path heap = folder.resolve("heap.hprof");
                kiwi.jcmd("GC.heap_dump", heap.toString());
                assertThat(secrets.foundIn(heap)).as("in the heap").isEmpty();
            }
            assertThat(KiwiProcess.operate(folder.resolve("verify.log"), "verify", "--data", data.toString()))
                    .isZero();
            assertThat(secrets.foundBelow(folder)).as("in logs and stores").isEmpty();
        } finally {
            mail.stop();
        }
    }

    private void live(Browser browser, GreenMail mail, Upstreams upstreams) throws Exception {
        String password = secrets.keep("password", "an unusual sentence about kiwis");
        browser.post("/auth/signup", null, Map.of("email", EMAIL, "password", password), 201);
        Map<String, String> credentials = Map.of("email", EMAIL, "password", password);
        browser.post("/auth/login", null, credentials, 403);
        browser.get(linkIn(mail, "/auth/verify-email"), null, 200);
        JsonNode first = browser.post("/auth/login", null, credentials, 200);
        secrets.keep("refresh token", first.path("refresh_token").asString());

        String session = secondFactor(browser, first.path("access_token").asString(), credentials);
        JsonNode minted = browser.post("/tokens", session, Map.of("name", "reader"), 201);
        String token = secrets.keep("token", minted.path("token").asString());
        String id = minted.path("id").asString();
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get("/v1/whoami", token, 200).path("token_id").asString())
                    .isEqualTo(id);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> browser.get("/tokens/" + id + "/activity", session, 200)
                                .path("total_requests")
                                .asInt()
                        >= 3);

        JsonNode rotated = browser.post("/tokens/" + id + "/rotate", session, Map.of(), 200);
        String second = secrets.keep("rotated token", rotated.path("token").asString());
        browser.get("/v1/whoami", token, 401);
        browser.get("/v1/whoami", second, 200);

        leak(browser, upstreams, second);
        browser.get("/v1/whoami", second, 401);
        awaitMail(mail, "exposed|compromised|leaked|public");

        JsonNode other = browser.post("/tokens", session, Map.of("name", "other"), 201);
        String third = secrets.keep("other token", other.path("token").asString());
        browser.post(
                "/tokens/" + other.path("id").asString() + "/revoke", session, Map.of("reason", "no longer used"), 200);
        browser.get("/v1/whoami", third, 401);

        JsonNode export = browser.get("/auth/me/export", session, 200);
        assertThat(export.path("user").path("email").asString()).isEqualTo(EMAIL);
        assertThat(export.path("api_tokens").size()).isEqualTo(2);
        assertThat(export.path("sessions").size()).isGreaterThanOrEqualTo(2);
        assertThat(export.path("usage_events").size()).isGreaterThanOrEqualTo(3);

        browser.post("/auth/delete-account", session, Map.of("confirm_email", EMAIL), 204);
        browser.get("/auth/me", session, 401);
        browser.post("/auth/login", null, credentials, 401);
    }

    /** Enrols an authenticator and logs in again with a recovery code. @return the new session's token */
    private String secondFactor(Browser browser, String session, Map<String, String> credentials) throws Exception {
        String password = credentials.getOrDefault("password", "");
        String secret = secrets.keep(
                "authenticator's secret",
                browser.post("/auth/second-factor", session, Map.of("password", password), 201)
                        .path("secret")
                        .asString());
        JsonNode codes = browser.post("/auth/second-factor/confirm", session, Map.of("code", code(secret)), 200)
                .path("recovery_codes");
        assertThat(codes.size()).isEqualTo(10);
        String recovery = secrets.keep("recovery code", codes.path(0).asString());
        String challenge = browser.post("/auth/login", null, credentials, 401)
                .path("error")
                .path("details")
                .path("challenge")
                .asString();
        return browser.post("/auth/login/second-factor", null, Map.of("challenge", challenge, "code", recovery), 200)
                .path("access_token")
                .asString();
    }

    private static String code(String secret) throws Exception {
        byte[] key = Base32.decode(secret);
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), Instant.now());
    }

    private static void leak(Browser browser, Upstreams upstreams, String token) throws Exception {
        String report = "[{\"token\":\"" + token + "\",\"type\":\"kiwi_api_token\",\"url\":\"https://example.org\"}]";
        Map<String, String> headers = Map.of(
                "Github-Public-Key-Identifier",
                Upstreams.KEY_ID,
                "Github-Public-Key-Signature",
                upstreams.sign(report));
        JsonNode answer = browser.post("/secret-scanning/github", null, report, headers, 200);
        assertThat(answer.path(0).path("label").asString()).isEqualTo("true_positive");
    }

    /** The path and query of a link in a mail, which names the public host. */
    private static String linkIn(GreenMail mail, String path) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> texts(mail).stream()
                                .map(LINK::matcher)
                                .filter(Matcher::find)
                                .map(matcher -> matcher.group(1))
                                .filter(link -> URI.create(link).getPath().equals(path))
                                .findFirst()
                                .orElse(""),
                        link -> !link.isEmpty());
    }

    private static void awaitMail(GreenMail mail, String words) {
        Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> texts(mail).stream()
                        .anyMatch(text -> pattern.matcher(text).find()));
    }

    private static List<String> texts(GreenMail mail) {
        return Arrays.stream(mail.getReceivedMessages())
                .map(PlatformStoryTest::text)
                .toList();
    }

    private static String text(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                StringBuilder all = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    all.append(text(parts.getBodyPart(i))).append('\n');
                }
                return all.toString();
            }
            return String.valueOf(part.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each rebuild compares its rows with those that it replaces. */
    private void rebuildEverything(KiwiProcess kiwi) throws IOException, InterruptedException {
        KiwiClient admin = KiwiClient.loggedIn(kiwi.url());
        admin.awaitReadModels();
        Path data = folder.resolve("data");
        for (JsonNode projection : admin.get("/admin/projections").expect(200)) {
            String name = projection.path("name").asString();
            if (PROCESSES.contains(name)) {
                continue;
            }
            Path log = folder.resolve("replay-" + name + ".log");
            int status = KiwiProcess.operate(log, "replay", name, "--data", data.toString());
            assertThat(status).as(Files.readString(log)).isZero();
        }
    }
}
