package dev.kiwi.web.mail;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.command.mail.TokenLabels;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** From an event to a mailbox, and what an operator sees of it (platform.md 18). */
@ExtendWith(WithKiwi.class)
class MailTest {
    private static final String OUTBOX = "/admin/mail/outbox";

    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final Account owner;

    MailTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
        this.owner = kiwi.account();
    }

    private MimeMessage awaitOneTo(String address) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> kiwi.mailTo(address), messages -> messages.size() == 1)
                .getFirst();
    }

    private List<JsonNode> itemsOf(Account account) {
        return json(admin.get().uri(OUTBOX + "?limit=200"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("account_id").asString("").equals(account.id()))
                .toList();
    }

    private JsonNode awaitItem(Account account, String status) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> itemsOf(account),
                        items -> items.size() == 1
                                && items.getFirst().path("status").stringValue().equals(status))
                .getFirst();
    }

    @Test
    void aMintedTokenIsToldToItsOwnerAndTheAdminSeesThatButNotTheWords() throws Exception {
        kiwi.mint(owner, Map.of("name", "my <b>bot</b>"));
        MimeMessage message = awaitOneTo(owner.email());
        assertThat(message.getSubject()).isEqualTo("A new API token");
        assertThat(message.getMessageID()).endsWith("@aallyn.net>");

        JsonNode item = awaitItem(owner, "sent");
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "kind",
                        "account_id",
                        "to",
                        "subject",
                        "status",
                        "attempts",
                        "last_error",
                        "next_attempt_at",
                        "claimed_at",
                        "created_at",
                        "sent_at");
        assertThat(item.path("kind").stringValue()).isEqualTo("token_created");
        assertThat(item.path("attempts").intValue()).isEqualTo(1);
        assertThat(message.getMessageID()).contains(item.path("id").stringValue());
        json(
                admin.post()
                        .uri(OUTBOX + "/" + item.path("id").stringValue() + "/retry")
                        .exchange(),
                409);
    }

    @Test
    void noRebuildSendsAnythingAgain() {
        kiwi.mint(owner, Map.of("name", "bot"));
        awaitOneTo(owner.email());
        for (String projection : List.of("account", "token")) {
            admin.post()
                    .uri("/admin/projections/" + projection + "/replay")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> json(admin.get().uri("/admin/projections/" + projection))
                            .at("/rebuild/phase")
                            .asString("")
                            .equals("done"));
        }
        json(admin.post().uri("/admin/projections/mail/replay").exchange(), 409);

        // A later mail has arrived, so an earlier one that was queued again would have, too.
        long position = kiwi.send(new QueueRateLimitDigest(owner.id() + "@ops.example", 24, List.of()))
                .position();
        assertThat(position).as("decides nothing").isEqualTo(-1);
        awaitOneTo(owner.id() + "@ops.example");
        assertThat(kiwi.mailTo(owner.email())).hasSize(1);
        assertThat(itemsOf(owner)).hasSize(1);
    }

    @Test
    void anErasedAccountLeavesNoMailBehind() {
        kiwi.mint(owner, Map.of("name", "bot"));
        awaitItem(owner, "sent");
        long position = kiwi.send(new EraseAccount(owner.id())).position();
        assertThat(kiwi.part(AppliedPositions.class)
                        .await(List.of("mail"), position, Duration.ofSeconds(20))
                        .join())
                .isTrue();
        assertThat(itemsOf(owner)).isEmpty();
    }

    @Test
    void theOutboxIsListedInPagesAndByStatus() {
        kiwi.mint(owner, Map.of("name", "first"));
        kiwi.mint(owner, Map.of("name", "second"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> kiwi.mailTo(owner.email()).size() == 2);
        JsonNode page = json(admin.get().uri(OUTBOX + "?limit=1"));
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("has_more").booleanValue()).isTrue();
        String cursor = page.path("next_cursor").stringValue();
        assertThat(cursor).isEqualTo(page.at("/items/0/id").stringValue());
        assertThat(json(admin.get().uri(OUTBOX + "?limit=1&cursor=" + cursor))
                        .at("/items/0/id")
                        .stringValue())
                .isLessThan(cursor);
        json(admin.get().uri(OUTBOX + "?status=sent"))
                .path("items")
                .forEach(item -> assertThat(item.path("status").stringValue()).isEqualTo("sent"));
    }

    @Test
    void anOperatorHasAMessageTriedAgainAtOnce() {
        kiwi.mint(owner, Map.of("name", "bot"));
        String id = awaitItem(owner, "sent").path("id").stringValue();
        JdbcClient.create(kiwi.part(DataSource.class))
                .sql("update mail.message set status = 'failed', attempts = 5 where id = ?")
                .param(id)
                .update();
        JsonNode again = json(admin.post().uri(OUTBOX + "/" + id + "/retry"));
        assertThat(again.path("status").stringValue()).isEqualTo("pending");
        assertThat(again.path("attempts").intValue()).isZero();
        // Its body is gone, so the worker that was woken drops it.
        await().atMost(Duration.ofSeconds(20)).until(() -> itemsOf(owner).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "?status=lost, 422",
        "?limit=0, 422",
        "?limit=201, 422",
        "?cursor=nothing, 400",
    })
    void aListThatCannotBeIsRefused(String query, int status) {
        json(admin.get().uri(OUTBOX + query).exchange(), status);
    }

    @Test
    void anUnknownMessageIs404AndWhatIsNoIdIs422() {
        json(admin.post().uri(OUTBOX + "/" + new ObjectId() + "/retry").exchange(), 404);
        json(admin.post().uri(OUTBOX + "/nothing/retry").exchange(), 422);
    }

    @Test
    void whatAMailSaysOfATokenIsAskedOfItsReadModel() {
        JsonNode minted = kiwi.mint(owner, Map.of("name", "my bot"));
        TokenLabels labels = kiwi.part(TokenLabels.class);
        assertThat(labels.of(minted.path("id").stringValue(), 0))
                .contains(new TokenLabels.TokenLabel(
                        "my bot", minted.path("prefix").stringValue()));
        assertThat(labels.of(new ObjectId().toHexString(), 0)).isEmpty();
    }

    @Test
    void nobodyElseSeesIt() {
        WebTestClient user = kiwi.with(owner.session());
        json(kiwi.client().get().uri(OUTBOX).exchange(), 401);
        json(kiwi.with(kiwi.token(owner)).get().uri(OUTBOX).exchange(), 401);
        json(user.get().uri(OUTBOX).exchange(), 403);
        json(user.post().uri(OUTBOX + "/" + new ObjectId() + "/retry").exchange(), 403);
    }
}
