package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.api.siteuser.RecogniseSiteUser;
import dev.kiwi.api.siteuser.RegisterSiteUser;
import dev.kiwi.api.siteuser.SiteStanding;
import dev.kiwi.command.siteuser.SiteUserClaims;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Finds the site user behind a Discord profile, by the committed truth, or makes one. */
@Component
class SiteUserResolution {
    /** Of two first sign-ins at once one finds the other's site user, or another free username. */
    private static final int TRIES_AGAIN = 3;

    private final SiteUserClaims claims;
    private final Commands commands;
    private final BlockingWork blocking;

    SiteUserResolution(SiteUserClaims claims, Commands commands, BlockingWork blocking) {
        this.claims = claims;
        this.commands = commands;
        this.blocking = blocking;
    }

    Mono<SiteStanding> signIn(DiscordProfile profile, ServerWebExchange exchange) {
        return blocking.<Object>call(() -> claims.withDiscordId(profile.id())
                        .<Object>map(known -> new RecogniseSiteUser(known, profile))
                        .orElseGet(() -> new RegisterSiteUser(ObjectId.get().toHexString(), profile)))
                .flatMap(command -> commands.<SiteStanding>sendWithoutAddress(command, exchange, Projection.SITE_USER))
                .mapNotNull(dispatched -> dispatched.result())
                .retryWhen(Retry.max(TRIES_AGAIN)
                        .filter(SiteUserResolution::isConflict)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    // Erased between the two looks: the next one makes a new site user.
    private static boolean isConflict(Throwable error) {
        return error instanceof Refusal refusal
                && (refusal.code() == ErrorCode.CONFLICT || refusal.code() == ErrorCode.NOT_FOUND);
    }
}
