package dev.kiwi.web.gate;

import java.util.List;
import reactor.core.publisher.Mono;

/** Turns a bearer into what it stands for. All answers are strongly consistent with the last committed write. */
public interface Credentials {
    /**
     * Resolves an API token's text (platform.md 6.6); empty when its checksum is wrong, its hash unknown, it is revoked,
     * expired, or its owner missing or inactive.
     */
    Mono<ResolvedToken> token(String bearer);

    /** Resolves a session JWT (platform.md 4.1); empty when anything about it is not right. */
    Mono<ResolvedSession> session(String bearer);

    /** As {@link #session}; empty also for one that somebody has ended since its JWT was made. */
    Mono<ResolvedSession> openSession(String bearer);

    /** Resolves a session JWT of a site user (site-users.md 5); empty when anything about it is not right. */
    Mono<ResolvedSiteSession> siteSession(String bearer);

    /**
     * @param scopes mask; 0 grants all
     * @param allowedIps canonical addresses and networks; empty allows all
     */
    record ResolvedToken(
            String tokenId, String accountId, String name, long scopes, List<String> allowedIps, boolean superuser) {}

    /**
     * @param steppedUp whether it has shown its second factor lately, or has none
     * @param factorShown whether it has shown one lately
     */
    record ResolvedSession(
            String accountId,
            String sessionId,
            boolean superuser,
            boolean verified,
            boolean steppedUp,
            boolean factorShown) {}

    record ResolvedSiteSession(String siteUserId, String sessionId) {}
}
