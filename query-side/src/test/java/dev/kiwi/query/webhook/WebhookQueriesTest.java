package dev.kiwi.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.FindSubscribers;
import dev.kiwi.api.webhook.FindWebhook;
import dev.kiwi.api.webhook.FindWebhooks;
import dev.kiwi.api.webhook.ListSubscribedKinds;
import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookEvent.SecretRotated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookCreated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDeleted;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import dev.kiwi.api.webhook.WebhookEvent.WebhookEdited;
import dev.kiwi.api.webhook.WebhookEvent.WebhookEnabled;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.webhook.WebhookProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhookQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final String URL = "https://hooks.example/w1";

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "webhook", "projection/webhook.sql", WebhookProjector::new);
    private final WebhookQueries queries = new WebhookQueries(model.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(model.dataSource());

    private void create(String id, String account, WebhookKind... kinds) {
        List<String> events = List.of(kinds).stream().map(WebhookKind::slug).toList();
        happens(id, new WebhookCreated(id, account, "name " + id, URL, events, NOW));
    }

    private void happens(String id, Object event) {
        model.apply("webhook:" + id, event);
    }

    private WebhookView find(String id) {
        return queries.find(new FindWebhook(id));
    }

    private List<String> subscribers(WebhookKind kind, @Nullable String account) {
        return queries.subscribers(new FindSubscribers(kind, account, Long.MAX_VALUE)).items().stream()
                .map(Subscriber::webhookId)
                .toList();
    }

    @Test
    void givenACreatedWebhookThenItIsFoundAsItWasMade() {
        create("w1", "ada", WebhookKind.TOKEN_MINTED);
        assertThat(find("w1"))
                .isEqualTo(new WebhookView("w1", "ada", "name w1", URL, List.of("token.minted"), null, 1, null, NOW));
    }

    @Test
    void givenChangesThenTheyAreShown() {
        create("w1", "ada", WebhookKind.TOKEN_MINTED);
        happens("w1", new WebhookEdited("w1", "ada", "other", URL + "/2", List.of("token.leaked"), NOW));
        happens("w1", new SecretRotated("w1", "ada", 2, NOW.plusSeconds(60), NOW));
        happens("w1", new WebhookDisabled("w1", "ada", "other", "failures", NOW));
        assertThat(find("w1"))
                .isEqualTo(new WebhookView(
                        "w1",
                        "ada",
                        "other",
                        URL + "/2",
                        List.of("token.leaked"),
                        new Disabling(DisableCause.FAILURES, NOW),
                        2,
                        NOW.plusSeconds(60),
                        NOW));

        happens("w1", new WebhookEnabled("w1", "ada", NOW));
        happens("w1", new SecretRotated("w1", "ada", 3, null, NOW));
        assertThat(find("w1").enabled()).isTrue();
        assertThat(find("w1").oldSecretUntil()).isNull();
    }

    @Test
    void severalAreFoundAtOnceWithoutThoseThatThereAreNot() {
        create("w1", "ada", WebhookKind.TOKEN_MINTED);
        create("w2", "bob", WebhookKind.TOKEN_MINTED);
        create("w3", "ada", WebhookKind.TOKEN_MINTED);
        assertThat(queries.find(new FindWebhooks(List.of("w2", "w9", "w1"))).items())
                .containsExactlyInAnyOrder(find("w1"), find("w2"));
        assertThat(queries.find(new FindWebhooks(List.of())).items()).isEmpty();
    }

    @Test
    void subscribersAreTheEnabledWebhooksThatWantTheKind() {
        create("w1", "ada", WebhookKind.TOKEN_MINTED, WebhookKind.LEADERBOARDS_CAPTURE_COMPLETED);
        create("w2", "bob", WebhookKind.TOKEN_MINTED, WebhookKind.LEADERBOARDS_CAPTURE_COMPLETED);
        create("w3", "ada", WebhookKind.TOKEN_REVOKED);
        create("w4", "ada", WebhookKind.TOKEN_MINTED);
        happens("w4", new WebhookDisabled("w4", "ada", "w4", "owner", NOW));

        assertThat(subscribers(WebhookKind.TOKEN_MINTED, "ada")).containsExactly("w1");
        assertThat(subscribers(WebhookKind.TOKEN_LEAKED, "ada")).isEmpty();
        assertThat(subscribers(WebhookKind.LEADERBOARDS_CAPTURE_COMPLETED, null))
                .containsExactly("w1", "w2");
        assertThat(queries.kinds(new ListSubscribedKinds()).slugs())
                .containsExactlyInAnyOrder("token.minted", "leaderboards.capture_completed", "token.revoked");
    }

    @Test
    void givenAWebhookThatIsEnabledAgainThenItDoesNotWantWhatWasBefore() {
        create("w1", "ada", WebhookKind.TOKEN_MINTED);
        happens("w1", new WebhookDisabled("w1", "ada", "name", "owner", NOW));
        happens("w1", new WebhookEnabled("w1", "ada", NOW));
        long enabled = jdbc.sql("select enabled_since from webhook.webhook")
                .query(Long.class)
                .single();
        assertThat(queries.subscribers(new FindSubscribers(WebhookKind.TOKEN_MINTED, "ada", enabled))
                        .items())
                .isEmpty();
        assertThat(queries.subscribers(new FindSubscribers(WebhookKind.TOKEN_MINTED, "ada", enabled + 1))
                        .items())
                .hasSize(1);
    }

    @Test
    void givenAnEndThenNothingIsLeft() {
        create("w1", "ada", WebhookKind.TOKEN_MINTED);
        create("w2", "ada", WebhookKind.TOKEN_MINTED);
        create("w3", "bob", WebhookKind.TOKEN_MINTED);
        happens("w1", new WebhookDeleted("w1", "ada", NOW));
        assertThat(queries.list(new ListWebhooks("ada")).items())
                .extracting(WebhookView::id)
                .containsExactly("w2");
        assertThatThrownBy(() -> find("w1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));

        model.apply("account:ada", new AccountErased("ada", NOW));
        assertThat(queries.list(new ListWebhooks("ada")).items()).isEmpty();
        assertThat(subscribers(WebhookKind.TOKEN_MINTED, null)).containsExactly("w3");
    }

    @Test
    void givenADestroyedKeyThenAReplayStillWorks() {
        happens("w1", new WebhookCreated("w1", "ada", "name", null, List.of("token.minted"), NOW));
        happens("w1", new WebhookEdited("w1", "ada", "other", null, List.of("token.minted"), NOW));
        model.apply("account:ada", new AccountErased("ada", NOW));
        assertThat(queries.list(new ListWebhooks("ada")).items()).isEmpty();
    }
}
