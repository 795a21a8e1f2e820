package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.LargeAnswer;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.GetPlayerHistory.History;
import dev.kiwi.api.leaderboard.GetPlayerHistory.Placing;
import dev.kiwi.api.leaderboard.GetPlayerSeries;
import dev.kiwi.api.leaderboard.GetPlayerSeries.PlayerSeries;
import dev.kiwi.api.siteuser.BestScore;
import dev.kiwi.api.siteuser.ClaimTroveName;
import dev.kiwi.api.siteuser.ReleaseTroveName;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The player of the game that one says to be (site-users.md 5); an administrator says whether that is so. */
@RestController
@Tag(name = "site-auth")
@RequestMapping("/v1/site-auth/me")
@Gate(Gate.Kind.SITE_SESSION)
class TroveClaimController {
    private static final int LONGEST_NAME = 80;
    private static final int SHOWN = 50;
    /** As far back as the baseline looks: some captures of a player who is on every board. */
    private static final int LOOKED_AT = 500;

    private static final int CHART_DAYS = 7;

    private final Commands commands;
    private final Queries queries;
    private final SiteUserReads people;
    private final RateLimits limits;
    private final Buckets buckets;
    private final Clock clock;

    TroveClaimController(
            Commands commands, Queries queries, SiteUserReads people, RateLimits limits, Buckets buckets, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.people = people;
        this.limits = limits;
        this.buckets = buckets;
        this.clock = clock;
    }

    record TroveNameBody(
            @NotNull @Size(min = 1, max = LONGEST_NAME) @StorableText
            String troveName) {}

    /** @param detail one sentence for people */
    record ClaimStatus(boolean verified, String detail, SiteUserPublic user) {}

    /** @param series the last seven days; null without a claim */
    record TroveStats(
            boolean claimed, List<Placing> items, @Nullable PlayerSeries series) implements LargeAnswer {}

    @PostMapping("/claim-trove-name")
    @Operation(
            operationId = "claimTroveName",
            summary = "Claim to be a player",
            description = "Takes the place of an earlier claim, and is unverified until an administrator approves it. "
                    + "409 when somebody else has claimed the name.")
    Mono<SiteUserPublic> claim(
            @Valid @RequestBody TroveNameBody body, Caller.SiteUser caller, ServerWebExchange exchange) {
        String name = body.troveName().strip();
        if (name.isEmpty()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The name of a player is needed.");
        }
        return limits.pay(exchange, buckets.siteWrite(caller.siteUserId()))
                .then(history(name, LOOKED_AT))
                .flatMap(history -> commands.sendAndShow(
                        new ClaimTroveName(caller.siteUserId(), name, baseline(history)),
                        exchange,
                        _ -> people.shown(caller.siteUserId()),
                        Projection.SITE_USER));
    }

    @DeleteMapping("/claim-trove-name")
    @Operation(
            operationId = "releaseTroveName",
            summary = "Take back the claim to be a player",
            description = "Also a success without a claim.")
    Mono<SiteUserPublic> release(Caller.SiteUser caller, ServerWebExchange exchange) {
        return commands.sendAndShow(
                new ReleaseTroveName(caller.siteUserId()),
                exchange,
                _ -> people.shown(caller.siteUserId()),
                Projection.SITE_USER);
    }

    @PostMapping("/verify-trove-claim")
    @Operation(
            operationId = "getTroveClaimStatus",
            summary = "Ask whether one's claim is approved",
            description = "Changes nothing; people look at claims. 400 without a claim.")
    Mono<ClaimStatus> verify(Caller.SiteUser caller) {
        return people.shown(caller.siteUserId()).map(user -> {
            if (user.claimedTroveName() == null) {
                throw new Refusal(ErrorCode.BAD_REQUEST, "Claim a name first.");
            }
            return new ClaimStatus(
                    user.claimVerified(),
                    user.claimVerified() ? "The claim is approved." : "Nobody has looked at the claim yet.",
                    user);
        });
    }

    @GetMapping("/trove-stats")
    @ReadsFrom({Projection.SITE_USER, Projection.LEADERBOARDS})
    @Operation(
            operationId = "getTroveStats",
            summary = "Show where one's player stood",
            description =
                    "The newest 50 entries of the claimed name, and as `series` its chart of the last seven days; "
                            + "nothing without a claim.")
    Mono<TroveStats> stats(Caller.SiteUser caller) {
        return people.find(caller.siteUserId()).flatMap(user -> {
            SiteUserView.Claim claim = user.claim();
            return claim == null
                    ? Mono.just(new TroveStats(false, List.of(), null))
                    : Mono.zip(history(claim.name(), SHOWN), series(claim.display()))
                            .map(both -> new TroveStats(true, both.getT1().items(), both.getT2()));
        });
    }

    private Mono<PlayerSeries> series(String name) {
        long now = clock.instant().getEpochSecond();
        return queries.ask(new GetPlayerSeries(name, CHART_DAYS, now), PlayerSeries.class);
    }

    private Mono<History> history(String name, int limit) {
        return queries.ask(new GetPlayerHistory(name, null, limit), History.class);
    }

    private static List<BestScore> baseline(History history) {
        return history.items().stream()
                .collect(Collectors.toMap(
                        Placing::leaderboard, placing -> placing.score().doubleValue(), Math::max, TreeMap::new))
                .entrySet()
                .stream()
                .map(best -> new BestScore(best.getKey(), best.getValue()))
                .toList();
    }
}
