package dev.kiwi.command.webhook.delivery;

import static dev.kiwi.command.webhook.delivery.SendingOffice.ACCOUNT;
import static dev.kiwi.command.webhook.delivery.SendingOffice.HOOK;
import static dev.kiwi.command.webhook.delivery.SendingOffice.OTHER_HOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.session.SessionEvent.RefreshTokenReused;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDeleted;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.command.webhook.delivery.KnownTokens.KnownToken;
import dev.kiwi.command.webhook.delivery.ScriptedPost.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events in, deliveries out: what is told to whom. */
class WebhookProcessTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00.5Z");
    private static final String TOKEN = "5f00000000000000000000f1";
    private static final String SESSION = "5f00000000000000000000f2";
    private static final JsonMapper JSON = new JsonMapper();

    private final SendingOffice office = new SendingOffice();
    private final ScriptedPost post = ScriptedPost.answering(200);
    private long position = 100;

    private void happens(Object event) {
        handle(message(event));
    }

    private EventMessage<?> message(Object payload) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position++),
                new GenericDomainEventMessage<>("account", "account:" + ACCOUNT, 0, payload));
    }

    private void handle(EventMessage<?> message) {
        KnownTokens tokens = (token, at) -> {
            assertThat(at).isGreaterThanOrEqualTo(100);
            return token.equals(TOKEN)
                    ? Optional.of(new KnownToken(ACCOUNT, "my bot", "kiwi_abcdefgh"))
                    : Optional.empty();
        };
        DeliveryRoom room =
                new DeliveryRoom(office.outbox, office.endings, office.known(), tokens, office.wakes::incrementAndGet);
        List<Runnable> afterCommit = new ArrayList<>();
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(room.process(afterCommit::add));
        DefaultUnitOfWork.startAndGet(message)
                .executeWithResult(() -> handlers.handle(message))
                .optionalExceptionResult()
                .ifPresent(failure -> {
                    throw new IllegalStateException(failure);
                });
        afterCommit.forEach(Runnable::run);
    }

    private static TokenMinted minted() {
        return new TokenMinted(
                TOKEN, ACCOUNT, "my bot", "kiwi_abcdefgh", "secret-hash", 5, List.of("10.0.0.1"), AT, null);
    }

    static Stream<Object[]> tells() {
        String token = "{\"token_id\":\"" + TOKEN + "\",\"name\":\"my bot\",\"prefix\":\"kiwi_abcdefgh\"";
        return Stream.of(
                new Object[] {minted(), WebhookKind.TOKEN_MINTED, token + ",\"scopes\":5,\"expires_at\":null}"},
                new Object[] {
                    new TokenRotated(TOKEN, ACCOUNT, "kiwi_new", "hash", AT, AT),
                    WebhookKind.TOKEN_ROTATED,
                    token.replace("abcdefgh", "new") + ",\"old_secret_until\":\"" + AT + "\"}"
                },
                new Object[] {new TokenDisabled(TOKEN, AT), WebhookKind.TOKEN_DISABLED, token + "}"},
                new Object[] {new TokenEnabled(TOKEN, AT), WebhookKind.TOKEN_ENABLED, token + "}"},
                new Object[] {
                    new ExpiryWarned(TOKEN, ACCOUNT, 6, AT), WebhookKind.TOKEN_EXPIRING, token + ",\"days_left\":6}"
                },
                new Object[] {
                    new TokenLeaked(TOKEN, ACCOUNT, "github", AT),
                    WebhookKind.TOKEN_LEAKED,
                    token + ",\"source\":\"github\"}"
                },
                new Object[] {
                    new TokenRevoked(TOKEN, "old", AT), WebhookKind.TOKEN_REVOKED, token + ",\"reason\":\"old\"}"
                },
                new Object[] {
                    new UnfamiliarSignIn(SESSION, ACCOUNT, "Firefox on Linux", "198.51.100.7", AT),
                    WebhookKind.SESSION_UNFAMILIAR_SIGN_IN,
                    "{\"session_id\":\"" + SESSION + "\",\"device\":\"Firefox on Linux\",\"ip\":\"198.51.100.7\"}"
                },
                new Object[] {
                    new RefreshTokenReused(SESSION, ACCOUNT, AT),
                    WebhookKind.SESSION_REFRESH_TOKEN_REUSED,
                    "{\"session_id\":\"" + SESSION + "\"}"
                },
                new Object[] {
                    new PasswordReplaced(ACCOUNT, "hash", 2, "changed", AT),
                    WebhookKind.ACCOUNT_PASSWORD_REPLACED,
                    "{\"cause\":\"changed\"}"
                },
                new Object[] {
                    new EmailChanged(ACCOUNT, "old@kiwi.example", "new@kiwi.example", "print", 3, AT),
                    WebhookKind.ACCOUNT_EMAIL_CHANGED,
                    "{}"
                },
                new Object[] {
                    new GithubLinked(ACCOUNT, "42", "print", false, AT), WebhookKind.ACCOUNT_GITHUB_LINKED, "{}"
                },
                new Object[] {new SecondFactorEnabled(ACCOUNT, AT), WebhookKind.ACCOUNT_SECOND_FACTOR_ENABLED, "{}"},
                new Object[] {new SecondFactorDisabled(ACCOUNT, AT), WebhookKind.ACCOUNT_SECOND_FACTOR_DISABLED, "{}"},
                new Object[] {
                    new PasskeyAdded(ACCOUNT, SESSION, "secret-hash", "my phone", true, AT),
                    WebhookKind.ACCOUNT_PASSKEY_ADDED,
                    "{\"passkey_id\":\"" + SESSION + "\",\"name\":\"my phone\",\"synced\":true}"
                },
                new Object[] {
                    new PasskeyRemoved(ACCOUNT, SESSION, AT),
                    WebhookKind.ACCOUNT_PASSKEY_REMOVED,
                    "{\"passkey_id\":\"" + SESSION + "\"}"
                },
                new Object[] {
                    new RecoveryCodeUsed(ACCOUNT, 9, AT), WebhookKind.ACCOUNT_RECOVERY_CODE_USED, "{\"left\":9}"
                });
    }

    @ParameterizedTest
    @MethodSource("tells")
    void tellsTheAccountsOwnWebhooks(Object event, WebhookKind kind, String data) {
        happens(event);
        assertThat(office.wakes).hasValue(1);
        office.sendAll(post);

        assertThat(post.posted).hasSize(1);
        Posted posted = post.posted.getFirst();
        assertThat(posted.url()).contains(HOOK);
        assertThat(posted.headers()).containsEntry("Kiwi-Event", kind.slug());
        JsonNode body = JSON.readTree(posted.body());
        assertThat(body.propertyNames()).containsExactly("id", "kind", "created_at", "api_version", "position", "data");
        assertThat(body.path("id").stringValue()).isEqualTo(posted.headers().get("Kiwi-Delivery-Id"));
        assertThat(body.path("kind").stringValue()).isEqualTo(kind.slug());
        assertThat(body.path("created_at").stringValue()).isEqualTo(AT.toString());
        assertThat(body.path("api_version").stringValue()).isEqualTo("1");
        assertThat(body.path("position").longValue()).isEqualTo(100);
        assertThat(body.path("data")).isEqualTo(JSON.readTree(data));
        assertThat(posted.body()).doesNotContain("hash", "print", "@kiwi.example", "10.0.0.1");
    }

    @Test
    void everyKindButThatOfEverybodyIsTold() {
        assertThat(tells().map(row -> row[1]))
                .doesNotContain(WebhookKind.LEADERBOARDS_CAPTURE_COMPLETED)
                .hasSize(WebhookKind.values().length - 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatConcernsEverybodyIsToldToAllUnderOneId() {
        happens(new CaptureIngested("c1", 1_790_000_000, "sha", 9, 42, 720, 1, "upload", false, AT));
        office.sendAll(post);
        assertThat(post.posted.stream().map(Posted::body).distinct()).hasSize(1);
        assertThat(post.posted.stream().map(Posted::url)).hasSize(2).anyMatch(url -> url.contains(OTHER_HOOK));
        assertThat(JSON.readTree(post.posted.getFirst().body()).path("data"))
                .isEqualTo(JSON.readTree("{\"capture_id\":\"c1\",\"timestamp\":1790000000,\"boards\":42,"
                        + "\"entries\":720,\"replaced_entries\":1,\"backfill\":false}"));
    }

    @Test
    void ofAReadingOfTheBacklogNobodyIsTold() {
        happens(new CaptureIngested("c1", 1_790_000_000, "sha", 9, 42, 720, 1, "backlog", true, AT));
        office.sendAll(post);
        assertThat(post.posted).isEmpty();
    }

    @Test
    void anEventThatIsHandledAgainIsToldOnce() {
        EventMessage<?> message = message(minted());
        handle(message);
        handle(message);
        office.sendAll(post);
        handle(message);
        assertThat(office.sendAll(post)).isZero();
        assertThat(post.posted).hasSize(1);
    }

    @Test
    void whatNobodyWantsIsNotQueued() {
        office.disable(HOOK, ACCOUNT);
        happens(minted());
        happens(new TokenRevoked("5f00000000000000000000ff", "of a token that is gone", AT));
        happens(new SessionRevoked(SESSION, ACCOUNT, AT));
        assertThat(office.wakes).hasValue(0);
        assertThat(office.rows("delivery")).isZero();
    }

    @Test
    void aDisabledWebhookSendsNothingOfBefore() {
        happens(minted());
        happens(new WebhookDisabled(HOOK, ACCOUNT, "hook", "owner", office.clock.instant()));
        office.sendAll(post);
        assertThat(post.posted).isEmpty();
        assertThat(office.log.list(HOOK, null, 10))
                .extracting(DeliveryItem::status)
                .containsExactly("cancelled");
    }

    @Test
    void aDisablingThatIsHeardOfLateCancelsNothingThatWasOrderedSince() {
        String sentBefore = office.queue(HOOK, "e1");
        office.sendAll(post);
        String waits = office.queue(HOOK, "e2");
        Instant disabledAt = office.clock.instant();
        office.later(Duration.ofSeconds(1));
        // It is enabled again by now, and its owner tries it.
        String again =
                office.desk.redeliver(office.webhooks.get(HOOK), sentBefore).id();
        String ping = office.desk.ping(office.webhooks.get(HOOK)).id();
        office.queue(HOOK, "e3");
        happens(new WebhookDisabled(HOOK, ACCOUNT, "hook", "owner", disabledAt));
        assertThat(office.item(HOOK, waits).status()).isEqualTo("cancelled");
        assertThat(office.sendAll(post)).isEqualTo(3);
        assertThat(office.item(HOOK, again).attempts()).isEqualTo(2);
        assertThat(office.item(HOOK, ping).status()).isEqualTo("delivered");
    }

    @Test
    void nothingIsLeftOfADeletedWebhookOrAnErasedAccount() {
        happens(minted());
        happens(new CaptureIngested("c1", 1_790_000_000, "sha", 9, 42, 720, 1, "upload", false, AT));
        happens(new WebhookDeleted(OTHER_HOOK, "whoever", AT));
        assertThat(office.rows("delivery")).isEqualTo(2);
        happens(new AccountErased(ACCOUNT, AT));
        assertThat(office.rows("delivery") + office.rows("endpoint")).isZero();
        assertThat(office.sendAll(post)).isZero();
    }
}
