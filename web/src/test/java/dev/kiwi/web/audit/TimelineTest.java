package dev.kiwi.web.audit;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class TimelineTest {
    private static final String URI = "/admin/timeline";
    private static final String HOME = "2001:db8::77";

    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final Account owner;
    private long head;

    TimelineTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
        this.owner = kiwi.account();
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

    /** A token that its owner minted at home and an administrator revoked. */
    private String token() {
        String token = json(RunningKiwi.from(kiwi.from(HOME), owner.session())
                        .post()
                        .uri("/tokens")
                        .bodyValue(Map.of("name", "bot")))
                .path("id")
                .stringValue();
        head = Long.parseLong(admin.post()
                .uri("/admin/tokens/" + token + "/revoke")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Kiwi-Position"));
        return token;
    }

    @Test
    void showsAllThatConcernsAnAccountATokenOrAnAddress() {
        String token = token();
        assertThat(types("?token=" + token)).containsExactly("token.TokenRevoked", "token.TokenMinted");
        assertThat(types("?account=" + owner.id()))
                .containsExactly(
                        "token.TokenRevoked",
                        "token.TokenMinted",
                        "session.SessionOpened",
                        "account.AccountRegistered");
        JsonNode minted = json(get("?limit=1&ip=2001:0DB8:0:0:0:0:0:77")).at("/items/0");
        assertThat(minted.path("entity").stringValue()).isEqualTo("token:" + token);
        assertThat(minted.path("ip").stringValue()).isEqualTo(HOME);
        assertThat(minted.at("/payload/hash").stringValue()).isEqualTo("hidden");
    }

    @Test
    void isReadInPages() {
        String token = token();
        JsonNode first = json(get("?limit=1&token=" + token));
        assertThat(first.at("/items/0/type").stringValue()).isEqualTo("token.TokenRevoked");
        assertThat(first.path("has_more").booleanValue()).isTrue();
        JsonNode second = json(get("?limit=1&token=" + token + "&cursor="
                + first.path("next_cursor").stringValue()));
        assertThat(second.at("/items/0/type").stringValue()).isEqualTo("token.TokenMinted");
        assertThat(second.path("has_more").booleanValue()).isFalse();
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void doesNotTellWhereAnErasedAccountWas() {
        String token = token();
        assertThat(json(get("?ip=" + HOME)).toString()).contains(token);
        head = kiwi.send(new EraseAccount(owner.id())).position();
        assertThat(json(get("?ip=" + HOME)).toString()).doesNotContain(token);
        assertThat(types("?account=" + owner.id())).contains("account.AccountErased", "token.TokenMinted");
        assertThat(json(get("?token=" + token)).at("/items/1/ip").isNull()).isTrue();
    }

    @Test
    void whatNobodyKnowsHasAnEmptyTimeline() {
        assertThat(types("?account=" + new ObjectId().toHexString())).isEmpty();
        assertThat(types("?ip=192.0.2.200")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?account=x",
                "?token=0",
                "?ip=home",
                "?ip=10.0.0.0/8",
                "?ip=10.0.0.1&limit=0",
                "?ip=10.0.0.1&limit=201",
                "?ip=10.0.0.1&token=000000000000000000000001"
            })
    void refusesWhatIsNoQuestion(String query) {
        assertThat(json(get(query).exchange(), 422).at("/error/code").stringValue())
                .isEqualTo("validation_error");
    }

    @Test
    void refusesWhatIsNoCursor() {
        assertThat(json(get("?ip=10.0.0.1&cursor=x").exchange(), 400)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("bad_request");
    }

    @Test
    void isForAdministratorsOnly() {
        json(kiwi.client().get().uri(URI + "?ip=10.0.0.1").exchange(), 401);
        json(kiwi.with(kiwi.token(owner)).get().uri(URI + "?ip=10.0.0.1").exchange(), 401);
        json(kiwi.with(owner.session()).get().uri(URI + "?ip=10.0.0.1").exchange(), 403);
    }
}
