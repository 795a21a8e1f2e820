package dev.kiwi.web.webhook;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.webhook.Hooks.code;
import static dev.kiwi.web.webhook.Hooks.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Webhooks of everybody. */
@ExtendWith(WithKiwi.class)
class AdminWebhooksTest {
    private final RunningKiwi kiwi;
    private final Hooks hooks;
    private final WebTestClient admin;

    AdminWebhooksTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.hooks = new Hooks(kiwi, kiwi.account());
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    private String uri() {
        return "/admin/users/" + hooks.owner().id() + "/webhooks";
    }

    @Test
    void listsHostsAndNoPaths() {
        String id = id(hooks.created("https://hooks.example.com/services/a-credential", "token.minted"));
        JsonNode listed = json(admin.get().uri(uri()));
        assertThat(listed).hasSize(1);
        assertThat(id(listed.get(0))).isEqualTo(id);
        assertThat(listed.get(0).path("user_id").stringValue())
                .isEqualTo(hooks.owner().id());
        assertThat(listed.get(0).path("host").stringValue()).isEqualTo("hooks.example.com");
        assertThat(listed.toString()).doesNotContain("a-credential", "secret");
    }

    @Test
    void whatAnAdministratorDisablesOnlyAnAdministratorEnables() {
        String id = id(hooks.created(Hooks.NOBODY, "token.minted"));
        JsonNode disabled = json(admin.post().uri("/admin/webhooks/" + id + "/disable"));
        assertThat(disabled.path("disabled_by").stringValue()).isEqualTo("administrator");
        assertThat(json(hooks.get("/" + id), 200).path("enabled").booleanValue())
                .isFalse();
        assertThat(code(json(hooks.patch(id, Map.of("enabled", true)), 403))).isEqualTo("forbidden");
        assertThat(json(admin.post().uri("/admin/webhooks/" + id + "/enable"))
                        .path("enabled")
                        .booleanValue())
                .isTrue();
        json(hooks.patch(id, Map.of("enabled", false)), 200);
    }

    @Test
    void listsThoseThatFailByPagesUntilTheyAreGone() {
        String older = failing("http://127.0.0.1:9/services/a-credential");
        String newer = failing(Hooks.NOBODY);
        JsonNode page = json(admin.get().uri("/admin/webhooks/failing?limit=1"));
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("has_more").booleanValue()).isTrue();

        JsonNode own = ownFailing().stream()
                .filter(item -> id(item).equals(newer))
                .findFirst()
                .orElseThrow();
        assertThat(own.path("user_id").stringValue()).isEqualTo(hooks.owner().id());
        assertThat(own.path("host").stringValue()).isEqualTo("127.0.0.1");
        assertThat(own.has("url")).isFalse();
        assertThat(own.path("standing").propertyNames())
                .containsExactlyInAnyOrder(
                        "failing_since", "failures", "not_before", "waiting", "dropped", "last_dropped_at");
        assertThat(own.at("/standing/failures").intValue()).isEqualTo(1);
        assertThat(own.at("/standing/failing_since").isString()).isTrue();
        assertThat(own.at("/standing/not_before").isNull()).isTrue();
        assertThat(own.path("standing")).isEqualTo(json(hooks.get("/" + newer + "/standing"), 200));

        hooks.delete(newer).expectStatus().isNoContent();
        assertThat(ownFailing()).extracting(Hooks::id).containsExactly(older);
        json(admin.get().uri("/admin/webhooks/failing?cursor=here").exchange(), 400);
        json(admin.get().uri("/admin/webhooks/failing?limit=0").exchange(), 422);
    }

    private String failing(String url) {
        String id = id(hooks.created(url, "token.minted"));
        String ping = id(json(hooks.post("/" + id + "/ping"), 202));
        await().until(() -> json(hooks.get("/" + id + "/deliveries/" + ping), 200)
                .path("status")
                .stringValue()
                .equals("failed"));
        return id;
    }

    /** Of this test's account, over all pages. */
    private List<JsonNode> ownFailing() {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = json(admin.get().uri("/admin/webhooks/failing?limit=2"));
        page.path("items").forEach(all::add);
        while (page.path("has_more").booleanValue()) {
            assertThat(all).as("no page comes again").doesNotHaveDuplicates();
            String cursor = page.path("next_cursor").stringValue();
            page = json(admin.get().uri("/admin/webhooks/failing?limit=2&cursor=" + cursor));
            page.path("items").forEach(all::add);
        }
        assertThat(all.toString()).doesNotContain("a-credential");
        assertThat(all).extracting(Hooks::id).isSortedAccordingTo(Comparator.reverseOrder());
        return all.stream()
                .filter(item ->
                        item.path("user_id").stringValue().equals(hooks.owner().id()))
                .toList();
    }

    @Test
    void whatIsNotThereIs404AndWhatIsNoIdIs422() {
        String unknown = new ObjectId().toHexString();
        json(admin.get().uri("/admin/users/" + unknown + "/webhooks").exchange(), 404);
        json(admin.post().uri("/admin/webhooks/" + unknown + "/disable").exchange(), 404);
        json(admin.post().uri("/admin/webhooks/" + unknown + "/enable").exchange(), 404);
        json(admin.get().uri("/admin/users/nobody/webhooks").exchange(), 422);
        json(admin.post().uri("/admin/webhooks/nothing/disable").exchange(), 422);
    }

    @Test
    void isForAdministratorsOnly() {
        String id = id(hooks.created(Hooks.NOBODY, "token.minted"));
        json(kiwi.client().get().uri(uri()).exchange(), 401);
        json(kiwi.with(kiwi.token(hooks.owner())).get().uri(uri()).exchange(), 401);
        json(hooks.client().get().uri(uri()).exchange(), 403);
        json(kiwi.client().get().uri("/admin/webhooks/failing").exchange(), 401);
        json(hooks.client().get().uri("/admin/webhooks/failing").exchange(), 403);
        for (String act : List.of("disable", "enable")) {
            json(hooks.client().post().uri("/admin/webhooks/" + id + "/" + act).exchange(), 403);
        }
    }
}
