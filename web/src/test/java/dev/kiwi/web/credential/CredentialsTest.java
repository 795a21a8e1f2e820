package dev.kiwi.web.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.EventStoreProperties;
import dev.kiwi.command.siteuser.SiteUserClaims;
import dev.kiwi.command.token.TokenUses;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.credential.AccountStandings.AccountVersion;
import dev.kiwi.web.credential.AccountStandings.Standing;
import dev.kiwi.web.credential.TokenCredentials.Known;
import dev.kiwi.web.gate.Credentials;
import dev.kiwi.web.http.BlockingWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Commands, events and claims are real; read models are stand-ins that are filled when somebody waits for them. */
class CredentialsTest {
    @TempDir
    private static Path data;

    private static final StandInInvalidations INVALIDATIONS = new StandInInvalidations();
    private static final Map<String, Object> READ_MODEL = new HashMap<>();
    private static final Map<String, Object> NOT_YET_APPLIED = new HashMap<>();
    private static final StandInPositions POSITIONS = new StandInPositions(() -> {
        READ_MODEL.putAll(NOT_YET_APPLIED);
        NOT_YET_APPLIED.clear();
    });
    private static final BlockingWork BLOCKING = new BlockingWork();
    private static AnnotationConfigApplicationContext commandSide;
    private static CommandDispatcher commands;
    private static Credentials credentials;
    private static SessionTokens sessionTokens;

    @BeforeAll
    static void start() throws Exception {
        DataSource database = TestStores.freshDatabase().dataSource();
        CredentialCache<String, Known> tokens = new CredentialCache<>(INVALIDATIONS, Duration.ofMinutes(5), 100);
        CredentialCache<AccountVersion, Standing> sessions =
                new CredentialCache<>(INVALIDATIONS, Duration.ofMinutes(5), 100);
        commandSide = new AnnotationConfigApplicationContext();
        commandSide.registerBean(DataSource.class, () -> database);
        commandSide.registerBean(Clock.class, Clock::systemUTC);
        commandSide.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        commandSide.registerBean(
                EventStoreProperties.class,
                () -> EventStoreProperties.in(data, "a secret for tests only, long enough"));
        commandSide.registerBean(CredentialChanges.class, () -> new CredentialChanges(INVALIDATIONS, tokens, sessions));
        commandSide.registerBean(TokenUses.class, () -> tokenId -> Optional.empty());
        commandSide.scan(
                "dev.kiwi.command.dispatch",
                "dev.kiwi.command.account",
                "dev.kiwi.command.session",
                "dev.kiwi.command.token",
                "dev.kiwi.command.upstream");
        commandSide.refresh();
        commands = commandSide.getBean(CommandDispatcher.class);
        Claims claims = commandSide.getBean(Claims.class);
        SessionTokensTest.table();
        sessionTokens = SessionTokensTest.at(Instant.now());
        ReadModels models = new ReadModels(new StandInQueries(), POSITIONS);
        credentials = new BearerCredentials(
                new TokenCredentials("kiwi", claims, models, tokens, BLOCKING, Clock.systemUTC()),
                new SessionCredentials(
                        sessionTokens,
                        new AccountStandings(claims, models, sessions, BLOCKING),
                        BLOCKING,
                        Clock.systemUTC()),
                new OpenSessions(claims),
                new SiteCredentials(
                        SiteTokensTest.at(Instant.now()),
                        new SiteStandings(
                                new SiteUserClaims(claims, new DerivedKeys("a secret of the tests").siteUserClaims()),
                                INVALIDATIONS,
                                BLOCKING),
                        BLOCKING),
                BLOCKING);
    }

    @AfterAll
    static void stop() {
        commandSide.close();
        BLOCKING.close();
    }

    @Test
    void givenATokenThatIsMintedAndNotYetInItsReadModelThenItWorksAtOnce() {
        String owner = account(true);
        TokenText token = TokenText.mint("kiwi", new SecureRandom());
        long position = mint(owner, token).position();
        assertThat(resolve(token).accountId()).isEqualTo(owner);
        assertThat(POSITIONS.awaited).isEqualTo(position);
    }

    @Test
    void givenATokenInUseWhenRevokedThenTheNextRequestIsRefusedAndOtherNodesAreTold() {
        String owner = account(true);
        TokenText token = TokenText.mint("kiwi", new SecureRandom());
        MintToken minted = command(owner, token);
        send(minted);
        assertThat(resolve(token)).isNotNull();
        send(new RevokeToken(minted.tokenId(), owner, "no longer used"));
        assertThat(resolve(token)).isNull();
        assertThat(INVALIDATIONS.published).contains("token/" + token.hash());
    }

    @Test
    void givenARevocationThatIsRefusedThenTheTokenStays() {
        String owner = account(true);
        TokenText token = TokenText.mint("kiwi", new SecureRandom());
        MintToken minted = command(owner, token);
        send(minted);
        assertThatThrownBy(() -> send(new RevokeToken(minted.tokenId(), "b".repeat(24), "mine")))
                .hasCauseInstanceOf(Refusal.class);
        assertThat(INVALIDATIONS.published).doesNotContain("token/" + token.hash());
        assertThat(resolve(token)).isNotNull();
    }

    @Test
    void givenAMissedMessageWhenTheChannelIsBackThenEverythingIsForgotten() {
        String owner = account(true);
        TokenText token = TokenText.mint("kiwi", new SecureRandom());
        MintToken minted = command(owner, token);
        send(minted);
        resolve(token);
        READ_MODEL.put(minted.tokenId(), view(minted, Instant.now().minusSeconds(1)));
        assertThat(resolve(token)).as("still remembered").isNotNull();
        INVALIDATIONS.receive("token", "*");
        assertThat(resolve(token)).isNull();
    }

    @Test
    void givenATokenThatExpiresWhileRememberedThenItIsRefused() {
        String owner = account(true);
        TokenText token = TokenText.mint("kiwi", new SecureRandom());
        MintToken minted = command(owner, token);
        send(minted);
        NOT_YET_APPLIED.put(minted.tokenId(), view(minted, Instant.now().minusMillis(1)));
        assertThat(resolve(token)).isNull();
    }

    @Test
    void givenAnInactiveOrErasedOwnerThenTheTokenIsRefused() {
        String inactive = account(false);
        TokenText token = TokenText.mint("kiwi", new SecureRandom());
        mint(inactive, token);
        assertThat(resolve(token)).isNull();

        String owner = account(true);
        TokenText other = TokenText.mint("kiwi", new SecureRandom());
        mint(owner, other);
        assertThat(resolve(other)).isNotNull();
        send(new EraseAccount(owner));
        assertThat(resolve(other)).isNull();
    }

    @Test
    void givenAWrongChecksumOrAnUnknownTokenThenItIsRefused() {
        assertThat(credentials.token("kiwi_" + "a".repeat(43) + "_zzz").block()).isNull();
        assertThat(resolve(TokenText.mint("kiwi", new SecureRandom()))).isNull();
        assertThat(credentials.token("something else").block()).isNull();
    }

    @Test
    void givenASessionTokenWhenThePasswordIsReplacedThenItIsVoidAtOnce() {
        String owner = account(true);
        String bearer = sessionTokens.issue(new SessionTokens.Claim(owner, 0, "c".repeat(24)));
        assertThat(credentials.session(bearer).block())
                .isEqualTo(new Credentials.ResolvedSession(owner, "c".repeat(24), false, true, true, false));
        send(ReplacePassword.byOperator(owner, "$argon2id$new"));
        assertThat(credentials.session(bearer).block()).isNull();
        assertThat(INVALIDATIONS.published).contains("account/" + owner);
    }

    @Test
    void givenASessionTokenOfAnotherVersionThenItIsRefused() {
        String owner = account(true);
        assertThat(credentials
                        .session(sessionTokens.issue(new SessionTokens.Claim(owner, 1, "c".repeat(24))))
                        .block())
                .isNull();
    }

    @Test
    void givenASecondFactorThenASessionIsSteppedUpForTenMinutesAfterItWasShown() {
        String owner = account(true);
        Instant now = Instant.now();
        assertThat(steppedUp(owner, null)).as("there is none").isTrue();
        assertThat(session(owner, null).factorShown()).as("and none was shown").isFalse();
        send(new EnableSecondFactor(owner, 10));
        assertThat(INVALIDATIONS.published).contains("account/" + owner);
        assertThat(steppedUp(owner, null)).isFalse();
        assertThat(steppedUp(owner, now.minusSeconds(590))).isTrue();
        assertThat(session(owner, now.minusSeconds(590)).factorShown()).isTrue();
        assertThat(steppedUp(owner, now.minusSeconds(601))).isFalse();
        send(new DisableSecondFactor(owner));
        assertThat(steppedUp(owner, null)).isTrue();
    }

    private static boolean steppedUp(String owner, Instant shownAt) {
        return session(owner, shownAt).steppedUp();
    }

    private static Credentials.ResolvedSession session(String owner, Instant shownAt) {
        String bearer = sessionTokens.issue(new SessionTokens.Claim(owner, 0, "c".repeat(24), shownAt));
        return credentials.session(bearer).block();
    }

    private static Credentials.ResolvedToken resolve(TokenText token) {
        return credentials.token(token.text()).block();
    }

    private static String account(boolean active) {
        String id = ObjectId.get().toHexString();
        send(new RegisterAccount(
                id, EmailAddress.parse(id + "@example.com").orElseThrow(), null, "$argon2id$", true, false));
        READ_MODEL.put(id, new AccountView(id, "e", null, active, true, false, List.of(), Instant.EPOCH, null));
        return id;
    }

    private static MintToken command(String owner, TokenText token) {
        MintToken command = new MintToken(
                ObjectId.get().toHexString(), owner, "bot", token.prefix(), token.hash(), 0, List.of(), null);
        NOT_YET_APPLIED.put(command.tokenId(), view(command, null));
        return command;
    }

    private static Dispatched<Object> mint(String owner, TokenText token) {
        return send(command(owner, token));
    }

    private static TokenView view(MintToken command, Instant expiresAt) {
        return new TokenView(
                command.tokenId(),
                command.accountId(),
                command.name(),
                command.prefix(),
                command.scopes(),
                List.of(),
                false,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                expiresAt,
                0);
    }

    private static Dispatched<Object> send(Object command) {
        return commands.dispatch(command, CommandContext.system("test")).join();
    }

    private static final class StandInQueries implements QueryDispatcher {
        @Override
        public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
            String id = query instanceof FindToken find ? find.tokenId() : ((FindAccount) query).accountId();
            Object found = READ_MODEL.get(id);
            return found == null
                    ? CompletableFuture.failedFuture(new Refusal(ErrorCode.NOT_FOUND, "not there"))
                    : CompletableFuture.completedFuture(resultType.cast(found));
        }
    }
}
