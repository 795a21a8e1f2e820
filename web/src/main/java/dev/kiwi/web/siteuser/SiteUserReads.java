package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.FindSiteUser;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.web.dispatch.Queries;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One site user who is known to be there, as the read model has it. */
@Component
class SiteUserReads {
    private final Queries queries;

    SiteUserReads(Queries queries) {
        this.queries = queries;
    }

    /** Refused with {@code service_unavailable} when the read model does not have one who has just signed in. */
    Mono<SiteUserView> find(String siteUserId) {
        return queries.ask(new FindSiteUser(siteUserId), SiteUserView.class)
                .onErrorMap(SiteUserReads::isNotFound, late -> notReady());
    }

    private static boolean isNotFound(Throwable error) {
        return error instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND;
    }

    private static Refusal notReady() {
        return new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "This is not ready yet; try again in a moment.");
    }

    Mono<SiteUserPublic> shown(String siteUserId) {
        return find(siteUserId).map(SiteUserPublic::of);
    }
}
