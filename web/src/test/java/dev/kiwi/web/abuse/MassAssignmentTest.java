package dev.kiwi.web.abuse;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What only Kiwi decides is taken from no body, whatever else stands in it. */
@ExtendWith(WithKiwi.class)
class MassAssignmentTest {
    /** Names of what a client never says about itself, in any context. */
    private static final Set<String> OURS = Set.of(
            "id",
            "accountId",
            "userId",
            "ownerId",
            "owner",
            "tokenId",
            "sessionId",
            "superuser",
            "isSuperuser",
            "admin",
            "role",
            "roles",
            "active",
            "isActive",
            "verified",
            "isVerified",
            "tokenVersion",
            "hash",
            "passwordHash",
            "prefix",
            "revoked",
            "revokedAt",
            "disabled",
            "requestCount",
            "createdAt",
            "updatedAt",
            "lastUsedAt",
            "lastLoginAt",
            "expiresAt");

    private final RunningKiwi kiwi;
    private final Account caller;
    private final Account victim;

    MassAssignmentTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.caller = kiwi.account();
        this.victim = kiwi.account();
    }

    /** Types of bodies are the lists of what may be set: nothing else is ever bound. */
    @Test
    void noBodyHasAMemberThatIsOurs() {
        List<Class<?>> bodies = bodies().toList();
        assertThat(bodies).hasSizeGreaterThan(15);
        assertThat(bodies.stream().flatMap(MassAssignmentTest::membersOfOurs)).isEmpty();
    }

    private Stream<Class<?>> bodies() {
        return kiwi
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .flatMap(handler -> Arrays.stream(handler.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(ResolvableType::forMethodParameter)
                .map(type -> type.resolve() == Mono.class ? type.getGeneric() : type)
                .<Class<?>>map(type -> type.resolve(Object.class));
    }

    /** Raw bytes bind to nothing; a map or a tree would take anything. */
    private static Stream<String> membersOfOurs(Class<?> body) {
        if (body == byte[].class) {
            return Stream.of();
        }
        return body.isRecord()
                ? Arrays.stream(body.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(OURS::contains)
                        .map(name -> body.getSimpleName() + "." + name)
                : Stream.of(body + " is no record");
    }

    private Map<String, Object> with(Map<String, Object> body) {
        Map<String, Object> all = new HashMap<>(Map.ofEntries(
                Map.entry("id", victim.id()),
                Map.entry("_id", victim.id()),
                Map.entry("account_id", victim.id()),
                Map.entry("user_id", victim.id()),
                Map.entry("owner_id", victim.id()),
                Map.entry("is_superuser", true),
                Map.entry("superuser", true),
                Map.entry("is_verified", true),
                Map.entry("is_active", true),
                Map.entry("roles", List.of("superuser")),
                Map.entry("token_version", 99),
                Map.entry("request_count", 99),
                Map.entry("prefix", "kiwi_mine"),
                Map.entry("created_at", "2000-01-01T00:00:00Z"),
                Map.entry("__proto__", Map.of("is_superuser", true)),
                Map.entry("class", Map.of("classLoader", "x"))));
        all.putAll(body);
        return all;
    }

    private JsonNode call(HttpMethod method, String path, Map<String, Object> body) {
        return json(kiwi.with(caller.session()).method(method).uri(path).bodyValue(with(body)));
    }

    @Test
    void membersOfOursInABodyChangeNothing() {
        JsonNode me = call(HttpMethod.PATCH, "/auth/me", Map.of("display_name", "Ada"));
        assertThat(me.path("id").stringValue()).isEqualTo(caller.id());

        JsonNode minted = call(HttpMethod.POST, "/tokens", Map.of("name", "bot", "scopes", 1));
        String id = minted.path("id").stringValue();
        assertThat(id).isNotEqualTo(victim.id());
        assertThat(minted.path("prefix").stringValue()).isNotEqualTo("kiwi_mine");
        assertThat(minted.path("created_at").stringValue()).doesNotStartWith("2000");

        JsonNode edited = call(HttpMethod.PATCH, "/tokens/" + id, Map.of("name", "renamed", "scopes", 0));
        assertThat(edited.path("scopes").longValue()).isOne();
        assertThat(edited.path("id").stringValue()).isEqualTo(id);
        call(HttpMethod.POST, "/tokens/" + id + "/rotate", Map.of("scopes", 0));
        call(HttpMethod.POST, "/tokens/" + id + "/revoke", Map.of("reason", "done"));

        JsonNode signedUp = json(kiwi.client()
                .post()
                .uri("/auth/signup")
                .bodyValue(with(Map.of(
                        "email",
                        "u" + new ObjectId().toHexString() + "@kiwi.example",
                        "password",
                        RunningKiwi.PASSWORD))));
        assertThat(signedUp.path("is_superuser").booleanValue()).isFalse();
        assertThat(signedUp.path("is_verified").booleanValue()).isFalse();
        assertThat(signedUp.path("roles")).isEmpty();
        assertThat(signedUp.path("id").stringValue()).isNotEqualTo(victim.id());

        assertPlain(caller);
        assertPlain(victim);
        assertThat(json(kiwi.with(victim.session()).get().uri("/tokens"))).isEmpty();
        assertThat(json(kiwi.with(caller.session()).get().uri("/tokens"))).hasSize(1);
    }

    private void assertPlain(Account account) {
        JsonNode me = json(kiwi.with(account.session()).get().uri("/auth/me"));
        assertThat(me.path("id").stringValue()).isEqualTo(account.id());
        assertThat(me.path("is_superuser").booleanValue()).isFalse();
        assertThat(me.path("roles")).isEmpty();
    }
}
