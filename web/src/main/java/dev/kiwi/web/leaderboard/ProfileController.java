package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.GetPlayerProfile;
import dev.kiwi.api.leaderboard.GetPlayerProfile.Profile;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileBoard;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileRow;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileSummary;
import dev.kiwi.api.siteuser.IsVerifiedPlayer;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.responsecache.SharedResponse;
import dev.kiwi.web.responsecache.Unshared;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One player (leaderboards.md 13). */
@RestController
@Tag(name = "leaderboards")
@Gate(value = Gate.Kind.PUBLIC, scope = "leaderboards:read")
@ReadsFrom({Projection.LEADERBOARDS, Projection.SITE_USER})
@SharedResponse
class ProfileController {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileController.class);

    private final Queries queries;
    private final Clock clock;

    ProfileController(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** @param verified somebody has claimed to be the player, and an administrator has approved it */
    record PlayerProfile(
            String playerName,
            boolean verified,
            ProfileSummary summary,
            List<ProfileBoard> boards,
            List<ProfileRow> recent) {
        static PlayerProfile of(Profile profile, boolean verified) {
            return new PlayerProfile(
                    profile.playerName(), verified, profile.summary(), profile.boards(), profile.recent());
        }
    }

    @GetMapping("/v1/leaderboards/players/{name}/profile")
    @Operation(
            operationId = "getPlayerProfile",
            summary = "Show everything about a player",
            description =
                    "`boards` is over the whole history, by best rank; `recent` has at most 200 rows of the last 14"
                            + " days, newest first, each with the change since an earlier game day. A player who was never seen"
                            + " has an empty profile.")
    Mono<PlayerProfile> profile(
            @Parameter(description = "The player's name; upper and lower case are the same", example = "Mira")
                    @PathVariable
                    @StorableText
                    String name,
            ServerWebExchange exchange) {
        // The window of recent rows ends now.
        Unshared.mark(exchange);
        long now = clock.instant().getEpochSecond();
        return Mono.zip(queries.ask(new GetPlayerProfile(name, now), Profile.class), isVerified(name))
                .map(both -> PlayerProfile.of(both.getT1(), both.getT2()));
    }

    private Mono<Boolean> isVerified(String name) {
        return queries.ask(new IsVerifiedPlayer(name), Boolean.class).onErrorResume(e -> {
            LOG.warn("Whether a player is verified could not be asked; the profile says no", e);
            return Mono.just(false);
        });
    }
}
