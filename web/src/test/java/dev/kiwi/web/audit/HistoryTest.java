package dev.kiwi.web.audit;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.kernel.Actor;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.web.app.InOrderOfTime;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event since the start of the application is in the history, so positions tell what is missing. */
@ExtendWith(WithKiwi.class)
@InOrderOfTime
class HistoryTest {
    private static final String URI = "/admin/history";

    private final RunningKiwi kiwi;
    private WebTestClient admin;
    private Account owner;
    private String secret;
    private String token;
    private long head;

    HistoryTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    /** A token that was minted over HTTP and revoked because of that. */
    @BeforeEach
    void aTokensLife() {
        owner = kiwi.account();
        admin = kiwi.with(kiwi.superuser().session());
        JsonNode minted = kiwi.mint(owner, Map.of("name", "bot"));
        secret = minted.path("token").stringValue();
        token = "token:" + minted.path("id").stringValue();
        await().until(() -> json(get("?entity=" + token)).path("items").size() == 1);
        JsonNode mint = only("?entity=" + token);
        CommandContext because = new CommandContext(
                Actor.SYSTEM,
                null,
                "policy",
                mint.path("correlation_id").stringValue(),
                mint.path("id").stringValue(),
                null);
        head = kiwi.send(new RevokeToken(minted.path("id").stringValue(), null, "test"), because)
                .position();
    }

    private WebTestClient.RequestHeadersSpec<?> get(String query) {
        return admin.get().uri(URI + query).header("Kiwi-Min-Position", String.valueOf(head));
    }

    private List<String> types(String query) {
        return json(get(query))
                .path("items")
                .valueStream()
                .map(item -> item.path("type").stringValue())
                .toList();
    }

    private JsonNode only(String query) {
        JsonNode items = json(get(query)).path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void listsNewestFirst() {
        JsonNode page = json(get("?entity=" + token));
        assertThat(page.path("has_more").booleanValue()).isFalse();
        JsonNode revoked = page.at("/items/0");
        JsonNode minted = page.at("/items/1");
        assertThat(revoked.path("position").longValue()).isEqualTo(head);
        assertThat(revoked.path("type").stringValue()).isEqualTo("token.TokenRevoked");
        assertThat(revoked.path("causation_id")).isEqualTo(minted.path("id"));
        assertThat(minted.path("type").stringValue()).isEqualTo("token.TokenMinted");
        assertThat(minted.path("context").stringValue()).isEqualTo("token");
        assertThat(minted.path("sequence").longValue()).isZero();
        assertThat(minted.at("/actor/kind").stringValue()).isEqualTo("account");
        assertThat(minted.at("/actor/id").stringValue()).isEqualTo(owner.id());
        assertThat(minted.path("ip").stringValue()).startsWith("198.51.");
        assertThat(minted.at("/payload/name").stringValue()).isEqualTo("bot");
        assertThat(json(get("?limit=1")).at("/items/0/position").longValue()).isEqualTo(head);
    }

    @Test
    void findsByEachFilter() {
        JsonNode page = json(get("?entity=" + token));
        JsonNode revoked = page.at("/items/0");
        JsonNode minted = page.at("/items/1");
        assertThat(types("?context=token&entity=" + token)).hasSize(2);
        assertThat(types("?context=session&entity=" + token)).isEmpty();
        assertThat(types("?type=token.TokenMinted&entity=" + token)).containsExactly("token.TokenMinted");
        assertThat(types("?actor=" + owner.id())).containsExactly("token.TokenMinted");
        assertThat(types("?actor=account:" + owner.id())).containsExactly("token.TokenMinted");
        assertThat(types("?actor=token:" + owner.id())).isEmpty();
        String at = revoked.path("at").stringValue();
        assertThat(types("?entity=" + token + "&from=" + at)).containsExactly("token.TokenRevoked");
        assertThat(types("?entity=" + token + "&to=" + at)).containsExactly("token.TokenMinted");
        long position = minted.path("position").longValue();
        assertThat(types("?entity=" + token + "&after_position=" + position)).containsExactly("token.TokenRevoked");
        assertThat(types("?entity=" + token + "&before_position=" + head)).containsExactly("token.TokenMinted");
        assertThat(types("?entity=" + token + "&type=&context=")).hasSize(2);
    }

    @Test
    void walksOverEachEventOnceWhileOthersAreWritten() {
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get("?limit=" + Math.clamp(head / 5, 2, 200) + cursor));
            page.path("items").forEach(item -> seen.add(item.path("position").longValue()));
            cursor = page.path("has_more").booleanValue()
                    ? "&cursor=" + page.path("next_cursor").stringValue()
                    : "";
            kiwi.account();
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.iterate(head, at -> at - 1)
                        .limit(head)
                        .boxed()
                        .toList());
    }

    @Test
    void showsOneWithItsCauses() {
        JsonNode detail = json(get("/" + head));
        assertThat(detail.at("/event/type").stringValue()).isEqualTo("token.TokenRevoked");
        assertThat(detail.path("causes")).hasSize(1);
        assertThat(detail.at("/causes/0/type").stringValue()).isEqualTo("token.TokenMinted");
        assertThat(detail.path("related")).hasSize(1);
        json(get("/999999999999").exchange(), 404);
    }

    @Test
    void exportsEachEventAsALineWithoutASecret() {
        String export = get("/export")
                .accept(MediaType.APPLICATION_NDJSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        List<Long> positions = export.lines()
                .map(new JsonMapper()::readTree)
                .map(line -> line.path("position").longValue())
                .toList();
        assertThat(positions).hasSize((int) head).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(export).contains(token, "\"hash\":\"hidden\"");
        assertThat(export)
                .doesNotContain(secret)
                .doesNotContain(new TokenText(secret).hash())
                .doesNotContain("argon2")
                .doesNotContain("refresh_token_hash\":\"" + owner.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1", "/export"})
    void isForAdministratorsOnly(String path) {
        json(kiwi.client().get().uri(URI + path).exchange(), 401);
        json(kiwi.with(secret).get().uri(URI + path).exchange(), 401);
        json(kiwi.with(kiwi.token(kiwi.superuser())).get().uri(URI + path).exchange(), 401);
        json(kiwi.with(owner.session()).get().uri(URI + path).exchange(), 403);
    }

    @Test
    void refusesWhatIsNoCursorOrFilter() {
        assertThat(json(get("?cursor=abc").exchange(), 400).at("/error/code").stringValue())
                .isEqualTo("bad_request");
        json(get("?cursor=-1").exchange(), 400);
        json(get("?limit=0").exchange(), 422);
        json(get("?limit=201").exchange(), 422);
        json(get("?from=yesterday").exchange(), 422);
        json(get("?after_position=x").exchange(), 422);
    }
}
