package dev.kiwi.command.mail;

import static dev.kiwi.command.mail.PostOffice.ACCOUNT;
import static dev.kiwi.command.mail.PostOffice.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChangeRequested;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.PasswordResetRequested;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AccountEvent.VerificationRequested;
import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.command.mail.TokenLabels.TokenLabel;
import dev.kiwi.embedded.TestStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.slf4j.LoggerFactory;

/** Events in, messages out: what is told to whom, platform.md 18.1. */
class MailProcessTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TOKEN = "5f00000000000000000000f1";
    private static final String SESSION = "5f00000000000000000000f2";
    private static final Map<String, TokenLabel> TOKENS = Map.of(TOKEN, new TokenLabel("my bot", "kiwi_abcdefgh"));

    private final PostOffice office = new PostOffice();
    private MailSettings settings = PostOffice.settings(PostOffice.plain(25));
    private long position = 100;

    private void happens(Object event) {
        handle(event(event), mailroom());
    }

    private EventMessage<?> event(Object payload) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position++),
                new GenericDomainEventMessage<>("account", "account:" + ACCOUNT, 0, payload));
    }

    private void handle(EventMessage<?> message, Mailroom mailroom) {
        List<Runnable> afterCommit = new ArrayList<>();
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(mailroom.process(afterCommit::add));
        DefaultUnitOfWork.startAndGet(message)
                .executeWithResult(() -> handlers.handle(message))
                .optionalExceptionResult()
                .ifPresent(failure -> {
                    throw new IllegalStateException(failure);
                });
        afterCommit.forEach(Runnable::run);
    }

    private Mailroom mailroom() {
        return new Mailroom(
                settings,
                office.outbox,
                office.bounced,
                (purpose, account, newEmail) -> Optional.ofNullable(office.addresses.get(account))
                        .map(_ -> "https://api.example/" + purpose + "/" + account + "/" + newEmail),
                (token, at) -> {
                    assertThat(at).isGreaterThanOrEqualTo(100);
                    return Optional.ofNullable(TOKENS.get(token));
                },
                office.wakes::incrementAndGet);
    }

    /** Address and text of everything that waits. */
    private List<String> sent() {
        NotedCourier courier = new NotedCourier();
        office.round(courier).run(() -> true);
        return courier.carried;
    }

    static Stream<Object[]> tells() {
        return Stream.of(
                new Object[] {
                    new VerificationRequested(ACCOUNT, AT),
                    "verify_email",
                    ADDRESS,
                    "https://api.example/VERIFY/" + ACCOUNT + "/null"
                },
                new Object[] {
                    new PasswordResetRequested(ACCOUNT, AT),
                    "reset_password",
                    ADDRESS,
                    "https://api.example/RESET_PASSWORD/" + ACCOUNT + "/null"
                },
                new Object[] {
                    new EmailChangeRequested(ACCOUNT, "new@kiwi.example", AT),
                    "confirm_new_email",
                    "new@kiwi.example",
                    "https://api.example/CHANGE_EMAIL/" + ACCOUNT + "/new@kiwi.example"
                },
                new Object[] {
                    new EmailChanged(ACCOUNT, "old@kiwi.example", "new@kiwi.example", "print", 1, AT),
                    "email_changed",
                    "old@kiwi.example",
                    "new@kiwi.example"
                },
                new Object[] {
                    new PasskeyAdded(ACCOUNT, SESSION, "hash", "my phone", true, AT),
                    "passkey_added",
                    ADDRESS,
                    "“my phone” was added"
                },
                new Object[] {
                    new PasskeyRemoved(ACCOUNT, SESSION, AT), "passkey_removed", ADDRESS, "A passkey was removed"
                },
                new Object[] {
                    new PasskeyCounterWentBack(ACCOUNT, SESSION, 9, 8, AT),
                    "passkey_counter_went_back",
                    ADDRESS,
                    "its counter has gone back"
                },
                new Object[] {
                    new SecondFactorEnabled(ACCOUNT, AT),
                    "second_factor_enabled",
                    ADDRESS,
                    "takes a code of the authenticator"
                },
                new Object[] {
                    new SecondFactorDisabled(ACCOUNT, AT),
                    "second_factor_disabled",
                    ADDRESS,
                    "Codes of the authenticator are asked for no more"
                },
                new Object[] {
                    new RecoveryCodeUsed(ACCOUNT, 9, AT),
                    "recovery_code_used",
                    ADDRESS,
                    "A recovery code stood in for your second factor. You have 9 left."
                },
                new Object[] {new GithubLinked(ACCOUNT, "17", "print", false, AT), "github_linked", ADDRESS, "GitHub"},
                new Object[] {
                    new UnfamiliarSignIn(SESSION, ACCOUNT, "Firefox on Linux", "203.0.113.7", AT),
                    "new_sign_in",
                    ADDRESS,
                    "Device: Firefox on Linux. Address: 203.0.113.7."
                },
                new Object[] {
                    new TokenMinted(TOKEN, ACCOUNT, "a bot", "kiwi_12345678", "hash", 0, List.of(), AT, null),
                    "token_created",
                    ADDRESS,
                    "“a bot” (kiwi_12345678…) was created"
                },
                new Object[] {
                    new TokenRotated(TOKEN, ACCOUNT, "kiwi_87654321", "hash", null, AT),
                    "token_created",
                    ADDRESS,
                    "“my bot” (kiwi_87654321…) of your account was given a new secret"
                },
                new Object[] {
                    new ExpiryWarned(TOKEN, ACCOUNT, 3, AT),
                    "token_expiring",
                    ADDRESS,
                    "“my bot” (kiwi_abcdefgh…) expires in 3 days"
                },
                new Object[] {
                    new TokenLeaked(TOKEN, ACCOUNT, "github", AT),
                    "token_compromised",
                    ADDRESS,
                    "“my bot” (kiwi_abcdefgh…) was found in a public place, as github tells us"
                });
    }

    @ParameterizedTest
    @MethodSource("tells")
    void anEventIsToldOnceToTheRightAddress(Object event, String kind, String address, String words) {
        happens(event);
        assertThat(office.only().kind()).isEqualTo(kind);
        assertThat(office.wakes).as("sent at once").hasValue(1);
        assertThat(sent()).singleElement().asString().startsWith(address + ": ").contains(words);
    }

    @ParameterizedTest
    @MethodSource("tells")
    void withoutNotificationsOnlyWhatWasAskedForIsSent(Object event, String kind, String address, String words) {
        settings = PostOffice.withoutNotices(settings);
        happens(event);
        assertThat(sent())
                .hasSize(
                        List.of("verify_email", "reset_password", "confirm_new_email")
                                        .contains(kind)
                                ? 1
                                : 0);
    }

    @ParameterizedTest
    @MethodSource("tells")
    void withoutAServerTheMessageIsLoggedAndNothingIsStored(Object event, String kind, String address, String words) {
        settings = PostOffice.settings(null);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Letterbox.class);
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try {
            happens(event);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).hasToString("INFO");
            assertThat(line.getFormattedMessage()).contains(words).doesNotContain("\n");
        });
        assertThat(office.desk.list(null, null, 10)).isEmpty();
        assertThat(office.wakes).hasValue(0);
    }

    @Test
    void anEventThatIsHandledAgainSendsNothingMore() {
        EventMessage<?> message = event(new VerificationRequested(ACCOUNT, AT));
        handle(message, mailroom());
        assertThat(sent()).hasSize(1);
        handle(message, mailroom());
        assertThat(sent()).isEmpty();
        assertThat(office.only().status()).isEqualTo("sent");
    }

    @Test
    void anAddressThatHasBouncedGetsNothingUntilAnotherOneIsConfirmed() {
        happens(new EmailBounced(ACCOUNT, AT));
        happens(new PasswordResetRequested(ACCOUNT, AT));
        happens(new TokenLeaked(TOKEN, ACCOUNT, "github", AT));
        assertThat(office.desk.list(null, null, 10)).isEmpty();

        happens(new EmailChangeRequested(ACCOUNT, "new@kiwi.example", AT));
        assertThat(sent()).as("another address").hasSize(1);
        happens(new EmailChanged(ACCOUNT, ADDRESS, "new@kiwi.example", "print", 1, AT));
        happens(new PasswordResetRequested(ACCOUNT, AT));
        assertThat(sent()).hasSize(2);
    }

    @Test
    void whoSignsUpThroughGithubIsNotToldOfTheLink() {
        happens(new GithubLinked(ACCOUNT, "17", "print", true, AT));
        assertThat(office.desk.list(null, null, 10)).isEmpty();
    }

    @Test
    void linkingGithubClearsABounceToo() {
        happens(new EmailBounced(ACCOUNT, AT));
        happens(new GithubLinked(ACCOUNT, "17", "print", false, AT));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anErasedAccountTakesItsMailAlong() {
        happens(new VerificationRequested(ACCOUNT, AT));
        happens(new EmailBounced(ACCOUNT, AT));
        happens(new AccountErased(ACCOUNT, AT));
        assertThat(office.desk.list(null, null, 10)).isEmpty();
        assertThat(office.sql()
                        .sql("select count(*) from mail.bounced")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasErasedBeforeItWasToldIsNotTold() {
        happens(new EmailChangeRequested(ACCOUNT, null, AT));
        happens(new EmailChanged(ACCOUNT, null, null, null, 1, AT));
        office.addresses.clear();
        happens(new VerificationRequested(ACCOUNT, AT));
        happens(new EmailChangeRequested(ACCOUNT, "new@kiwi.example", AT));
        happens(new ExpiryWarned("5f00000000000000000000ff", ACCOUNT, 3, AT));
        assertThat(office.desk.list(null, null, 10)).isEmpty();
    }

    @Test
    void onlyAPasswordThatItsOwnerHasChangedIsTold() {
        for (PasswordCause cause : PasswordCause.values()) {
            happens(new PasswordReplaced(ACCOUNT, "hash", 1, cause.text(), AT));
        }
        assertThat(office.only().kind()).isEqualTo("password_changed");
    }

    @Test
    void aFailureReachesWhoRunsTheProcess() {
        TestStores.Database away = TestStores.freshDatabase();
        away.dataSource().setUser("nobody");
        PostOffice closed = new PostOffice(away);
        Mailroom mailroom = new Mailroom(
                settings,
                closed.outbox,
                closed.bounced,
                (_, _, _) -> Optional.of("link"),
                (_, _) -> Optional.empty(),
                () -> {});
        assertThatThrownBy(() -> handle(event(new VerificationRequested(ACCOUNT, AT)), mailroom))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void theDigestGoesToTheOperator() {
        mailroom()
                .digest(new QueueRateLimitDigest(
                        "ops@kiwi.example", 24, List.of(new QueueRateLimitDigest.Row(120, ADDRESS, "bot", "kiwi_a"))));
        assertThat(office.only().accountId()).isNull();
        assertThat(sent())
                .singleElement()
                .asString()
                .startsWith("ops@kiwi.example: ")
                .contains("last 24 hours", "120 | " + ADDRESS);
    }
}
