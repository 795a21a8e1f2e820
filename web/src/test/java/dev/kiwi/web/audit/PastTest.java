package dev.kiwi.web.audit;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.web.app.InOrderOfTime;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What tokens and accounts were. */
@ExtendWith(WithKiwi.class)
@InOrderOfTime
class PastTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final Account owner;

    PastTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
        this.owner = kiwi.account();
    }

    private ResponseSpec at(String thing, Instant time) {
        return admin.get().uri("/admin/" + thing + "?at=" + time).exchange();
    }

    /** When the events of an entity happened, oldest first. */
    private List<Instant> times(String entity, long position) {
        return json(admin.get()
                        .uri("/admin/history?entity=" + entity)
                        .header("Kiwi-Min-Position", String.valueOf(position)))
                .path("items")
                .valueStream()
                .map(item -> Instant.parse(item.path("at").stringValue()))
                .toList()
                .reversed();
    }

    @Test
    void aTokenBeforeAndAfterItWasRevoked() {
        JsonNode minted = kiwi.mint(owner, Map.of("name", "bot", "scopes", 512, "allowed_ips", List.of("10.0.0.1")));
        String id = minted.path("id").stringValue();
        long position = Long.parseLong(admin.post()
                .uri("/admin/tokens/" + id + "/revoke")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Kiwi-Position"));
        List<Instant> times = times("token:" + id, position);

        JsonNode before = json(at("tokens/" + id, times.getFirst()), 200);
        assertThat(before.path("as_of").stringValue())
                .isEqualTo(times.getFirst().toString());
        assertThat(before.path("user_id").stringValue()).isEqualTo(owner.id());
        for (String field : List.of("id", "name", "prefix", "scopes", "scope_names", "created_at", "expires_at")) {
            assertThat(before.get(field)).as(field).isEqualTo(minted.get(field));
        }
        assertThat(before.path("allowed_ip_count").intValue()).isOne();
        assertThat(before.path("enabled").booleanValue()).isTrue();
        assertThat(before.path("revoked").booleanValue()).isFalse();
        assertThat(before.toString())
                .doesNotContain("hash", "10.0.0.1", minted.path("token").stringValue());

        JsonNode after = json(at("tokens/" + id, Instant.now().plusSeconds(60)), 200);
        assertThat(after.path("revoked").booleanValue()).isTrue();
        assertThat(after.path("revoke_reason").stringValue()).contains("administrator");
        assertThat(Instant.parse(after.path("changed_at").stringValue())).isEqualTo(times.getLast());
    }

    @Test
    void anAccountBeforeAndAfterItsErasureIsATombstone() {
        JsonNode known = json(at("users/" + owner.id(), Instant.now().plusSeconds(60)), 200);
        assertThat(known.path("email").stringValue()).isEqualTo(owner.email());
        assertThat(known.path("is_active").booleanValue()).isTrue();
        assertThat(known.path("is_verified").booleanValue()).isTrue();
        assertThat(known.path("erased_at").isNull()).isTrue();

        long position = kiwi.send(new EraseAccount(owner.id())).position();
        List<Instant> times = times("account:" + owner.id(), position);
        JsonNode before = json(at("users/" + owner.id(), times.getFirst()), 200);
        assertThat(before.path("email").isNull()).isTrue();
        assertThat(before.path("is_active").booleanValue()).isTrue();
        assertThat(before.path("erased_at").isNull()).isFalse();
        JsonNode after = json(at("users/" + owner.id(), times.getLast()), 200);
        assertThat(after.path("is_active").booleanValue()).isFalse();
        assertThat(after.toString()).doesNotContain(owner.email(), "argon2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens/", "users/"})
    void whatWasNotThereIsNotFound(String things) {
        String id = things.startsWith("tokens")
                ? kiwi.mint(owner, Map.of("name", "bot")).path("id").stringValue()
                : owner.id();
        assertThat(json(at(things + id, Instant.parse("2020-01-01T00:00:00Z")), 404)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("not_found");
        json(at(things + new ObjectId().toHexString(), Instant.now()), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens/x?at=2026-01-01T00:00:00Z", "tokens/000000000000000000000001?at=yesterday"})
    void refusesWhatIsNoIdOrTime(String asked) {
        json(admin.get().uri("/admin/" + asked).exchange(), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "users"})
    void isForAdministratorsOnly(String things) {
        String uri = "/admin/" + things + "/" + owner.id() + "?at=2026-01-01T00:00:00Z";
        json(kiwi.client().get().uri(uri).exchange(), 401);
        json(kiwi.with(owner.session()).get().uri(uri).exchange(), 403);
    }
}
