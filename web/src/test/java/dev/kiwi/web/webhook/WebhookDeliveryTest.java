package dev.kiwi.web.webhook;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.webhook.Hooks.code;
import static dev.kiwi.web.webhook.Hooks.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an event to a receiver, and what its owner sees of that. */
@ExtendWith(WithKiwi.class)
class WebhookDeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningKiwi kiwi;
    private final Hooks hooks;
    private final TestUpstream receiver = new TestUpstream();

    WebhookDeliveryTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.hooks = new Hooks(kiwi, kiwi.account());
        receiver.answers(200, "thanks");
    }

    @AfterEach
    void close() {
        // What the application has not sent by then is nobody's concern.
        json(hooks.get(""), 200).forEach(hook -> hooks.delete(id(hook)));
        receiver.close();
    }

    private JsonNode subscribed(String... events) {
        return hooks.created(receiver.uri() + "/hook", events);
    }

    private Asked awaitPost(int number) {
        return await().atMost(PATIENCE)
                .until(receiver::asked, asked -> asked.size() == number)
                .getLast();
    }

    private JsonNode awaitStatus(String webhookId, String delivery, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(hooks.get("/" + webhookId + "/deliveries/" + delivery), 200),
                        detail -> detail.path("status").stringValue().equals(status));
    }

    private static JsonNode body(Asked asked) {
        return new JsonMapper().readTree(asked.body());
    }

    /** As docs/webhooks.md tells receivers to. */
    private static boolean isGenuine(Asked asked, String secret) throws Exception {
        String[] parts = asked.headers().get("kiwi-signature").split(",");
        String signed = parts[0].substring("t=".length()) + "." + asked.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return Arrays.asList(parts).contains(expected);
    }

    @Test
    void aMintedTokenIsToldToItsOwnersWebhookAndTheLogSaysSo() throws Exception {
        JsonNode hook = subscribed("token.minted");
        JsonNode minted = kiwi.mint(hooks.owner(), Map.of("name", "my bot"));
        Asked asked = awaitPost(1);

        assertThat(asked.method()).isEqualTo("POST");
        assertThat(isGenuine(asked, hook.path("secret").stringValue())).isTrue();
        Asked tampered =
                new Asked("POST", asked.path(), asked.headers(), asked.body().replace("my bot", "my b0t"));
        assertThat(isGenuine(tampered, hook.path("secret").stringValue())).isFalse();

        JsonNode body = body(asked);
        assertThat(body.path("kind").stringValue()).isEqualTo("token.minted");
        assertThat(body.at("/data/token_id").stringValue()).isEqualTo(id(minted));
        assertThat(body.at("/data/prefix")).isEqualTo(minted.path("prefix"));
        assertThat(asked.body()).doesNotContain(minted.path("token").stringValue());
        // The position in the body lets a reader wait for what it was told of.
        json(hooks.client()
                .get()
                .uri("/tokens")
                .header("Kiwi-Min-Position", Long.toString(body.path("position").longValue())));

        JsonNode delivered = awaitStatus(id(hook), id(body), "delivered");
        assertThat(delivered.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "kind",
                        "status",
                        "attempts",
                        "last_status",
                        "next_attempt_at",
                        "created_at",
                        "finished_at",
                        "payload",
                        "log");
        assertThat(delivered.path("payload")).isEqualTo(body);
        assertThat(delivered.at("/log/0/status").intValue()).isEqualTo(200);
        assertThat(delivered.at("/log/0/answer").stringValue()).isEqualTo("thanks");
        assertThat(delivered.at("/log/0/error").isNull()).isTrue();
        assertThat(json(hooks.get("/" + id(hook) + "/deliveries"), 200).path("items"))
                .hasSize(1);
    }

    @Test
    void whatIsNotSubscribedOrOfSomebodyElseIsNotTold() {
        subscribed("token.revoked");
        kiwi.mint(kiwi.account(), Map.of("name", "somebody else's"));
        JsonNode minted = kiwi.mint(hooks.owner(), Map.of("name", "bot"));
        json(hooks.client().post().uri("/tokens/" + id(minted) + "/revoke").bodyValue(Map.of("reason", "old")));
        assertThat(body(awaitPost(1)).path("kind").stringValue()).isEqualTo("token.revoked");
        assertThat(body(receiver.asked().getFirst()).at("/data/name").stringValue())
                .isEqualTo("bot");
    }

    @Test
    void bothSecretsSignWhileARotationOverlaps() throws Exception {
        JsonNode hook = subscribed("token.minted");
        JsonNode rotated = json(hooks.post("/" + id(hook) + "/rotate-secret"), 200);
        json(hooks.post("/" + id(hook) + "/ping"), 202);
        Asked asked = awaitPost(1);
        assertThat(asked.headers().get("kiwi-signature")).matches("t=\\d+,v1=[0-9a-f]{64},v1=[0-9a-f]{64}");
        assertThat(isGenuine(asked, hook.path("secret").stringValue())).isTrue();
        assertThat(isGenuine(asked, rotated.path("secret").stringValue())).isTrue();

        json(hooks.post("/" + id(hook) + "/rotate-secret", Map.of("overlap_hours", 0)), 200);
        json(hooks.post("/" + id(hook) + "/ping"), 202);
        Asked later = awaitPost(2);
        assertThat(isGenuine(later, rotated.path("secret").stringValue())).isFalse();
    }

    @Test
    void aRedirectIsNotFollowedAndAFailureCanBeSentAgain() {
        TestUpstream inside = new TestUpstream();
        inside.answers(200, "secret of the inside");
        receiver.answers(
                asked -> new Answer(302, "", Map.of("Location", inside.uri().toString())));
        JsonNode hook = subscribed("token.minted");
        String ping = id(json(hooks.post("/" + id(hook) + "/ping"), 202));
        JsonNode failed = awaitStatus(id(hook), ping, "failed");
        assertThat(failed.at("/log/0/error").stringValue()).isEqualTo("redirects are not followed");
        assertThat(inside.asked()).isEmpty();
        inside.close();

        receiver.answers(200, "");
        json(hooks.post("/" + id(hook) + "/deliveries/" + ping + "/redeliver"), 202);
        JsonNode delivered = awaitStatus(id(hook), ping, "delivered");
        assertThat(delivered.path("attempts").intValue()).isEqualTo(2);
        assertThat(receiver.asked().stream().map(asked -> id(body(asked))).distinct())
                .containsExactly(ping);
    }

    @Test
    void aFailureIsTriedAgainLater() {
        receiver.answers(500, "out of order");
        JsonNode hook = subscribed("token.minted");
        kiwi.mint(hooks.owner(), Map.of("name", "bot"));
        String delivery = id(body(awaitPost(1)));
        JsonNode pending = await().atMost(PATIENCE)
                .until(
                        () -> json(hooks.get("/" + id(hook) + "/deliveries/" + delivery), 200),
                        detail -> detail.path("attempts").intValue() == 1);
        assertThat(pending.path("status").stringValue()).isEqualTo("pending");
        assertThat(pending.path("last_status").intValue()).isEqualTo(500);
        assertThat(pending.path("next_attempt_at").isString()).isTrue();
        assertThat(code(json(hooks.post("/" + id(hook) + "/deliveries/" + delivery + "/redeliver"), 409)))
                .isEqualTo("conflict");

        receiver.answers(200, "");
        kiwi.later(Duration.ofMinutes(5), () -> {
            // Any order wakes the sender; the one that waits is due by then too.
            json(hooks.post("/" + id(hook) + "/ping"), 202);
            awaitStatus(id(hook), delivery, "delivered");
        });
    }

    @Test
    void aDisabledWebhookIsNotPinged() {
        JsonNode hook = subscribed("token.minted");
        json(hooks.patch(id(hook), Map.of("enabled", false)), 200);
        assertThat(code(json(hooks.post("/" + id(hook) + "/ping"), 409))).isEqualTo("conflict");
        kiwi.mint(hooks.owner(), Map.of("name", "bot"));
        json(hooks.patch(id(hook), Map.of("enabled", true)), 200);
        json(hooks.post("/" + id(hook) + "/ping"), 202);
        assertThat(body(awaitPost(1)).path("kind").stringValue()).isEqualTo("ping");
    }

    @Test
    void theEleventhOrderOfAMinuteIsRefused() {
        JsonNode hook = subscribed("token.minted");
        for (int n = 0; n < 10; n++) {
            json(hooks.post("/" + id(hook) + "/ping"), 202);
        }
        assertThat(code(json(
                        hooks.post("/" + id(hook) + "/ping").expectHeader().valueEquals("Retry-After", "60"), 429)))
                .isEqualTo("rate_limited");
        awaitPost(10);
    }

    @Test
    void theLogIsReadInPages() {
        JsonNode hook = subscribed("token.minted");
        String first = id(json(hooks.post("/" + id(hook) + "/ping"), 202));
        String second = id(json(hooks.post("/" + id(hook) + "/ping"), 202));
        JsonNode page = json(hooks.get("/" + id(hook) + "/deliveries?limit=1"), 200);
        assertThat(id(page.at("/items/0"))).isEqualTo(second);
        assertThat(page.path("has_more").booleanValue()).isTrue();
        JsonNode rest = json(
                hooks.get("/" + id(hook) + "/deliveries?limit=1&cursor="
                        + page.path("next_cursor").stringValue()),
                200);
        assertThat(id(rest.at("/items/0"))).isEqualTo(first);
        assertThat(rest.path("has_more").booleanValue()).isFalse();
    }

    @Test
    void noRebuildSendsAnythingAgain() {
        JsonNode hook = subscribed("token.minted");
        kiwi.mint(hooks.owner(), Map.of("name", "bot"));
        awaitPost(1);
        WebTestClient admin = kiwi.with(kiwi.superuser().session());
        for (Projection projection : List.of(Projection.WEBHOOK, Projection.TOKEN)) {
            json(admin.post().uri("/admin/projections/" + projection.key() + "/replay"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> json(admin.get().uri("/admin/projections/" + projection.key()))
                            .at("/rebuild/phase")
                            .asString("")
                            .equals("done"));
        }
        json(admin.post().uri("/admin/projections/webhook_outbox/replay").exchange(), 409);

        // A later one has arrived, so an earlier one that was queued again would have, too.
        json(hooks.post("/" + id(hook) + "/ping"), 202);
        assertThat(body(awaitPost(2)).path("kind").stringValue()).isEqualTo("ping");
        assertThat(json(hooks.get("/" + id(hook)), 200).path("events").toString())
                .isEqualTo("[\"token.minted\"]");
    }

    @Test
    void theExportHasWhatWasPostedAndAnErasedAccountLeavesNothing() {
        JsonNode hook = subscribed("token.minted");
        kiwi.mint(hooks.owner(), Map.of("name", "bot"));
        String delivery = id(body(awaitPost(1)));
        awaitStatus(id(hook), delivery, "delivered");
        JsonNode export = json(hooks.client().get().uri("/auth/me/export"));
        assertThat(export.at("/webhooks/0/url").stringValue()).isEqualTo(receiver.uri() + "/hook");
        assertThat(export.at("/webhook_deliveries/0/webhook_id").stringValue()).isEqualTo(id(hook));
        assertThat(export.at("/webhook_deliveries/0/payload/data/name").stringValue())
                .isEqualTo("bot");
        assertThat(export.toString()).doesNotContain(hook.path("secret").stringValue());

        Hooks erased = new Hooks(kiwi, kiwi.account());
        String gone = id(erased.created(receiver.uri() + "/hook", "token.minted"));
        json(erased.post("/" + gone + "/ping"), 202);
        long position = kiwi.send(new EraseAccount(erased.owner().id())).position();
        assertThat(kiwi.part(AppliedPositions.class)
                        .await(List.of("webhook", "webhook_outbox"), position, PATIENCE)
                        .join())
                .isTrue();
        await().until(() -> JdbcClient.create(kiwi.part(DataSource.class))
                .sql("select (select count(*) from webhook_outbox.delivery where account_id = :id)"
                        + " + (select count(*) from webhook_outbox.endpoint where account_id = :id)"
                        + " + (select count(*) from webhook.webhook where account_id = :id)")
                .param("id", erased.owner().id())
                .query(Long.class)
                .single()
                .equals(0L));
    }
}
