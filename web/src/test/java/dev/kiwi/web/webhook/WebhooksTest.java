package dev.kiwi.web.webhook;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.webhook.Hooks.NOBODY;
import static dev.kiwi.web.webhook.Hooks.code;
import static dev.kiwi.web.webhook.Hooks.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Making, changing and ending webhooks. */
@ExtendWith(WithKiwi.class)
class WebhooksTest {
    private final RunningKiwi kiwi;
    private final Hooks hooks;
    private final Hooks others;

    WebhooksTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.hooks = new Hooks(kiwi, kiwi.account());
        this.others = new Hooks(kiwi, kiwi.account());
    }

    @Test
    void showsTheSecretOnceAndTheWebhookAtOnce() {
        JsonNode created = json(
                hooks.create(Map.of(
                                "name", "my hook",
                                "url", "https://hooks.example.com/x",
                                "events", List.of("token.revoked", "token.minted", "token.minted")))
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                201);
        assertThat(created.path("secret").stringValue()).matches("whsec_[0-9A-Za-z_-]{43}");
        assertThat(created.path("events").toString()).isEqualTo("[\"token.minted\",\"token.revoked\"]");
        assertThat(created.path("enabled").booleanValue()).isTrue();

        JsonNode listed = json(hooks.get(""), 200);
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "url",
                        "events",
                        "enabled",
                        "disabled_by",
                        "disabled_at",
                        "old_secret_until",
                        "created_at");
        listed.get(0)
                .properties()
                .forEach(field -> assertThat(created.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(json(hooks.get("/" + id(created)), 200)).isEqualTo(listed.get(0));
        assertThat(json(others.get(""), 200)).isEmpty();
    }

    @Test
    void theKindsAreListedWithWhatTheyMean() {
        JsonNode kinds = json(hooks.get("/event-kinds"), 200);
        assertThat(kinds.valueStream().map(kind -> kind.path("kind").stringValue()))
                .contains("token.minted", "session.unfamiliar_sign_in", "leaderboards.capture_completed")
                .doesNotContain("ping");
        assertThat(kinds)
                .allSatisfy(kind ->
                        assertThat(kind.path("description").stringValue()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://user:password@hooks.example.com/",
                "https://hooks.example.com:25/",
                "https://localhost/",
                "ftp://hooks.example.com/",
                "nonsense"
            })
    void refusesAnAddressThatIsNotPostedTo(String url) {
        Map<String, Object> body = Map.of("name", "hook", "url", url, "events", List.of("token.minted"));
        assertThat(code(json(hooks.create(body), 400))).isEqualTo("bad_request");
        String id = id(hooks.created(NOBODY, "token.minted"));
        assertThat(code(json(hooks.patch(id, Map.of("url", url)), 400))).isEqualTo("bad_request");
    }

    @Test
    void refusesAKindThatIsNone() {
        Map<String, Object> body = Map.of("name", "hook", "url", NOBODY, "events", List.of("token.eaten"));
        assertThat(code(json(hooks.create(body), 400))).isEqualTo("bad_request");
        body = Map.of("name", "hook", "url", NOBODY, "events", List.of("ping"));
        assertThat(code(json(hooks.create(body), 400))).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\":\"\",\"url\":\"https://a.example.com\",\"events\":[\"token.minted\"]}",
                "{\"name\":\"x\",\"url\":\"https://a.example.com\",\"events\":[]}",
                "{\"name\":\"x\",\"url\":\"https://a.example.com\",\"events\":[null]}",
                "{\"name\":\"x\",\"url\":\"https://a.example.com\",\"events\":\"token.minted\"}",
                "{\"name\":\"x\",\"url\":7,\"events\":[\"token.minted\"]}",
                "{\"name\":\"x\\u0000\",\"url\":\"https://a.example.com\",\"events\":[\"token.minted\"]}"
            })
    void refusesABodyThatIsNone(String body) {
        assertThat(code(json(hooks.create(body), 422))).isEqualTo("validation_error");
        assertThat(json(hooks.get(""), 200)).isEmpty();
    }

    @Test
    void refusesOversizeFields() {
        Map<String, Object> body = new HashMap<>(
                Map.of("name", "x".repeat(81), "url", "https://a.example.com", "events", List.of("token.minted")));
        json(hooks.create(body), 422);
        body.put("name", "x");
        body.put("url", "https://a.example.com/" + "x".repeat(2_000));
        json(hooks.create(body), 422);
    }

    @Test
    void refusesTheEleventhUntilOneIsDeleted() {
        String id = "";
        for (int n = 0; n < 10; n++) {
            id = id(hooks.created(NOBODY, "token.minted"));
        }
        Map<String, Object> body = Map.of("name", "x", "url", NOBODY, "events", List.of("token.minted"));
        assertThat(code(json(hooks.create(body), 409))).isEqualTo("conflict");
        assertThat(json(hooks.get(""), 200)).hasSize(10);
        others.created(NOBODY, "token.minted");

        hooks.delete(id).expectStatus().isNoContent();
        json(hooks.create(body), 201);
    }

    @Test
    void refusesAnAccountWhoseAddressIsNotVerified() {
        String id = new ObjectId().toHexString();
        EmailAddress email = EmailAddress.parse("u" + id + "@kiwi.example").orElseThrow();
        kiwi.send(new RegisterAccount(id, email, "Somebody", "$argon2id$x", false, false));
        kiwi.send(new OpenSession(id, id, 0, id, null, Duration.ofDays(30), null));
        Hooks unverified = new Hooks(kiwi, kiwi.known(id, id));
        Map<String, Object> body = Map.of("name", "x", "url", NOBODY, "events", List.of("token.minted"));
        assertThat(code(json(unverified.create(body), 403))).isEqualTo("email_unverified");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        String id = id(hooks.created(NOBODY, "token.minted"));
        JsonNode changed = json(hooks.patch(id, Map.of("name", "other", "enabled", false)), 200);
        assertThat(changed.path("name").stringValue()).isEqualTo("other");
        assertThat(changed.path("url").stringValue()).isEqualTo(NOBODY);
        assertThat(changed.path("enabled").booleanValue()).isFalse();
        assertThat(changed.path("disabled_by").stringValue()).isEqualTo("owner");
        assertThat(json(hooks.get("/" + id), 200)).isEqualTo(changed);

        JsonNode again = json(hooks.patch(id, Map.of("events", List.of("token.leaked"), "enabled", true)), 200);
        assertThat(again.path("events").toString()).isEqualTo("[\"token.leaked\"]");
        assertThat(again.path("enabled").booleanValue()).isTrue();
        assertThat(again.path("disabled_by").isNull()).isTrue();
        assertThat(again.has("secret")).isFalse();
        json(hooks.patch(id, Map.of("events", List.of())), 422);
        json(hooks.patch(id, Map.of("name", "")), 422);
    }

    @Test
    void anOwnerIsToldByMailOfAWebhookThatFailuresDisabled() throws Exception {
        JsonNode hook = hooks.created(NOBODY, "token.minted");
        kiwi.send(new DisableWebhook(id(hook), DisableCause.FAILURES));
        var mail = await().atMost(Duration.ofSeconds(20))
                .until(() -> kiwi.mailTo(hooks.owner().email()), messages -> messages.size() == 1)
                .getFirst();
        assertThat(mail.getSubject()).isEqualTo("A webhook was disabled");
        await().until(() -> json(hooks.get("/" + id(hook)), 200)
                .path("disabled_by")
                .asString("")
                .equals("failures"));
        assertThat(json(hooks.patch(id(hook), Map.of("enabled", true)), 200)
                        .path("enabled")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aNewSecretIsShownOnceAndTheOldOneSignsForADay() {
        JsonNode created = hooks.created(NOBODY, "token.minted");
        JsonNode rotated = json(
                hooks.post("/" + id(created) + "/rotate-secret")
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                200);
        assertThat(rotated.path("secret").stringValue())
                .startsWith("whsec_")
                .isNotEqualTo(created.path("secret").stringValue());
        Instant until = Instant.parse(rotated.path("old_secret_until").stringValue());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofHours(23), Duration.ofHours(24));

        JsonNode atOnce = json(hooks.post("/" + id(created) + "/rotate-secret", Map.of("overlap_hours", 0)), 200);
        assertThat(atOnce.path("old_secret_until").isNull()).isTrue();
        json(hooks.post("/" + id(created) + "/rotate-secret", Map.of("overlap_hours", 25)), 422);
        assertThat(json(hooks.get("/" + id(created)), 200).has("secret")).isFalse();
    }

    @Test
    void theAnswerOfAnIdempotencyKeyIsReplayed() {
        Map<String, Object> body = Map.of("name", "once", "url", NOBODY, "events", List.of("token.minted"));
        WebTestClient.RequestHeadersSpec<?> request = hooks.client()
                .post()
                .uri("/webhooks")
                .header("Idempotency-Key", "a key")
                .bodyValue(body);
        JsonNode first = json(request.exchange(), 201);
        JsonNode again = json(request.exchange(), 201);
        assertThat(again).isEqualTo(first);
        assertThat(json(hooks.get(""), 200)).hasSize(1);
    }

    @Test
    void oneThatNothingWasEverSentToStandsWell() {
        String id = id(hooks.created(NOBODY, "token.minted"));
        assertThat(json(hooks.get("/" + id + "/standing"), 200).toString())
                .isEqualTo("{\"failing_since\":null,\"failures\":0,\"not_before\":null,\"waiting\":0,"
                        + "\"dropped\":0,\"last_dropped_at\":null}");
    }

    @Test
    void aDeletedOneIsGone() {
        String id = id(hooks.created(NOBODY, "token.minted"));
        hooks.delete(id).expectStatus().isNoContent();
        assertThat(json(hooks.get(""), 200)).isEmpty();
        json(hooks.get("/" + id), 404);
        json(hooks.delete(id), 404);
    }

    @Test
    void aForeignOneReadsLikeNone() {
        String foreign = id(others.created(NOBODY, "token.minted"));
        String delivery = id(json(others.post("/" + foreign + "/ping"), 202));
        for (String id : List.of(foreign, new ObjectId().toHexString())) {
            String message = json(hooks.get("/" + id), 404).at("/error/message").stringValue();
            assertThat(message).isEqualTo("There is no such webhook.");
            json(hooks.patch(id, Map.of("name", "mine")), 404);
            json(hooks.post("/" + id + "/rotate-secret"), 404);
            json(hooks.post("/" + id + "/ping"), 404);
            json(hooks.get("/" + id + "/standing"), 404);
            json(hooks.get("/" + id + "/deliveries"), 404);
            json(hooks.get("/" + id + "/deliveries/" + delivery), 404);
            json(hooks.post("/" + id + "/deliveries/" + delivery + "/redeliver"), 404);
            json(hooks.delete(id), 404);
        }
        json(others.get("/" + foreign), 200);
    }

    @Test
    void whatIsNoIdIs422() {
        String id = id(hooks.created(NOBODY, "token.minted"));
        json(hooks.get("/nothing"), 422);
        json(hooks.patch("nothing", Map.of("name", "x")), 422);
        json(hooks.delete("nothing"), 422);
        json(hooks.get("/nothing/standing"), 422);
        json(hooks.get("/" + id + "/deliveries/nothing"), 422);
        json(hooks.get("/" + id + "/deliveries?limit=0"), 422);
        json(hooks.get("/" + id + "/deliveries?cursor=nothing"), 400);
    }

    @Test
    void isForSessionsOnly() {
        String token = kiwi.token(hooks.owner());
        String id = new ObjectId().toHexString();
        for (String path : List.of("", "/event-kinds", "/" + id, "/" + id + "/standing", "/" + id + "/deliveries")) {
            json(kiwi.client().get().uri("/webhooks" + path).exchange(), 401);
            json(kiwi.with(token).get().uri("/webhooks" + path).exchange(), 401);
        }
        json(kiwi.with(token).post().uri("/webhooks/" + id + "/ping").exchange(), 401);
    }
}
