package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.token.OwnTokens.id;
import static dev.kiwi.web.token.OwnTokens.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.token.RetireOldSecret;
import dev.kiwi.api.token.TokenIds;
import dev.kiwi.api.token.WarnOfExpiry;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The scheduled work on tokens; what each token decides is in the tests of the command side. */
@ExtendWith(WithKiwi.class)
class TokenSweepsTest {
    private final RunningKiwi kiwi;
    private final OwnTokens tokens;
    private final TokenSweeps sweeps;

    TokenSweepsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.tokens = new OwnTokens(kiwi, kiwi.account());
        this.sweeps = kiwi.part(TokenSweeps.class);
    }

    private JsonNode forEver() {
        Map<String, Object> body = new HashMap<>(Map.of("name", "for ever"));
        body.put("expires_in_days", null);
        return kiwi.mint(tokens.owner(), body);
    }

    private List<String> events(JsonNode token) {
        return kiwi.history("entity=token:" + id(token))
                .valueStream()
                .map(event -> event.path("type").stringValue())
                .toList();
    }

    @Test
    void eachIsAJobThatTheAdminSees() {
        assertThat(json(kiwi.with(kiwi.superuser().session()).get().uri("/admin/jobs"))
                        .valueStream()
                        .map(job -> job.path("name").stringValue()))
                .contains("token-inactivity", "token-expiry", "token-overlap");
    }

    @Test
    void aTokenThatNobodyUsesForHalfAYearIsRevoked() {
        JsonNode minted = forEver();
        tokens.use(text(minted)).expectStatus().isOk();
        kiwi.later(Duration.ofDays(181), sweeps::revokeInactive);
        tokens.use(text(minted)).expectStatus().isOk();
        kiwi.later(Duration.ofDays(183), sweeps::revokeInactive);
        json(tokens.use(text(minted)), 401);
        JsonNode revoked = await().until(
                        () -> tokens.listed(id(minted)),
                        token -> token.path("revoked").booleanValue());
        assertThat(revoked.path("revoke_reason").stringValue()).contains("inactivity", "182 days");
    }

    @Test
    void anOwnerIsToldOnceASecret() {
        JsonNode minted = kiwi.mint(tokens.owner(), Map.of("name", "bot"));
        Duration close = Duration.ofDays(24);
        kiwi.later(close, sweeps::warnOfExpiry);
        await().until(() -> events(minted).contains("token.ExpiryWarned"));
        kiwi.later(close, sweeps::warnOfExpiry);
        json(tokens.post(id(minted), "rotate"), 200);
        kiwi.awaitTokens(tokens.owner());
        kiwi.later(close, sweeps::warnOfExpiry);
        await().untilAsserted(() -> assertThat(events(minted))
                .containsExactly(
                        "token.ExpiryWarned", "token.TokenRotated", "token.ExpiryWarned", "token.TokenMinted"));
    }

    @Test
    void anOverlapThatIsOverIsForgotten() {
        JsonNode minted = kiwi.mint(tokens.owner(), Map.of("name", "bot"));
        JsonNode rotated = json(tokens.post(id(minted), "rotate", "{\"overlap_hours\":1}"), 200);
        kiwi.awaitTokens(tokens.owner());
        sweeps.retireOldSecrets();
        tokens.use(text(minted)).expectStatus().isOk();
        kiwi.later(Duration.ofMinutes(61), sweeps::retireOldSecrets);
        json(tokens.use(text(minted)), 401);
        tokens.use(text(rotated)).expectStatus().isOk();
        await().until(() -> tokens.listed(id(minted)).path("old_secret_until").isNull());
        assertThat(events(minted)).contains("token.OldSecretRetired");
    }

    @Test
    void oneTokenThatFailsKeepsNoOtherWaitingAndTheJobFails() {
        List<Object> sent = new ArrayList<>();
        TokenSweeps some = with(true, List.of("t1", "bad", "t3"), sent);
        assertThatThrownBy(some::retireOldSecrets).hasMessageContaining("1 tokens failed, 2 are done");
        assertThat(sent)
                .containsExactly(new RetireOldSecret("t1"), new RetireOldSecret("bad"), new RetireOldSecret("t3"));
    }

    @Test
    void nobodyIsToldAnythingWhileNotificationsAreOff() {
        List<Object> sent = new ArrayList<>();
        assertThat(with(false, List.of("t1"), sent).warnOfExpiry()).contains("off");
        assertThat(sent).isEmpty();
        assertThat(with(true, List.of("t1"), sent).warnOfExpiry()).startsWith("1 ");
        assertThat(sent).containsExactly(new WarnOfExpiry("t1", Duration.ofDays(7)));
    }

    private static TokenSweeps with(boolean notify, List<String> due, List<Object> sent) {
        QueryDispatcher queries = new QueryDispatcher() {
            @Override
            public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
                return CompletableFuture.completedFuture(resultType.cast(new TokenIds(due)));
            }
        };
        CommandDispatcher commands = new CommandDispatcher() {
            @Override
            @SuppressWarnings("unchecked") // what the handlers of these commands return
            public <R> CompletableFuture<Dispatched<R>> dispatch(
                    Object command,
                    CommandContext context,
                    Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
                sent.add(command);
                return command.toString().contains("bad")
                        ? CompletableFuture.failedFuture(new IllegalStateException("broken"))
                        : CompletableFuture.completedFuture(new Dispatched<>((R) Boolean.TRUE, 1));
            }
        };
        return new TokenSweeps(
                queries,
                commands,
                Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
                new TokenSweepSettings(Duration.ofDays(182), Duration.ofDays(7), notify));
    }
}
