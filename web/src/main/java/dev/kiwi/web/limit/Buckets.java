package dev.kiwi.web.limit;

import dev.kiwi.api.token.Scope;
import java.util.List;

/** Every bucket of platform.md 9.3: its key, its subject and its limit as it is in force now. */
public final class Buckets {
    private final LimitSettings settings;

    public Buckets(LimitSettings settings) {
        this.settings = settings;
    }

    public Bucket signup(String ip) {
        return new Bucket("signup:" + ip, settings.signup());
    }

    public Bucket login(String ip) {
        return new Bucket("login:" + ip, settings.login());
    }

    /** Challenges that are made for passkeys: as many as logins, and counted apart from them. */
    public Bucket passkeyChallenge(String ip) {
        return new Bucket("passkey:" + ip, settings.login());
    }

    /** Passwords that a session shows again, right or wrong: as many as logins, by account, from wherever. */
    public Bucket reauthentication(String accountId) {
        return new Bucket("reauth:" + accountId, settings.login());
    }

    /** Sign-ins of the website; as many as the portal's, and not the same ones. */
    public Bucket siteLogin(String ip) {
        return new Bucket("sitelogin:" + ip, settings.login());
    }

    /** What people of the website change of themselves: three times as much as there are sign-ins. */
    public Bucket siteWrite(String siteUserId) {
        return new Bucket("sitewrite:" + siteUserId, settings.login().times(3));
    }

    public Bucket forgotPassword(String ip) {
        return new Bucket("forgot:" + ip, settings.forgotPassword());
    }

    public Bucket resendVerification(String ip) {
        return new Bucket("resend:" + ip, settings.resendVerification());
    }

    /** Mails that others may have sent to an address, from wherever they ask: twice as many as one of them may. */
    public Bucket mailTo(String fingerprint) {
        return new Bucket("mailto:" + fingerprint, settings.forgotPassword().times(2));
    }

    public Bucket tokenCreation(String accountId) {
        return new Bucket("tokencreate:" + accountId, settings.tokenCreation());
    }

    /** Tokens that an account disables and enables: three times as many as there are logins. Revoking is not counted. */
    public Bucket tokenSwitch(String accountId) {
        return new Bucket("tokenswitch:" + accountId, settings.login().times(3));
    }

    /** The budget that a token's plain scopes share. */
    public Bucket token(String tokenId) {
        return new Bucket("token:" + tokenId, settings.api());
    }

    /** The shared budget, or the scope's own where it has a wider one. */
    public Bucket token(String tokenId, Scope scope) {
        int factor = settings.factor(scope);
        return factor == 1
                ? token(tokenId)
                : new Bucket(
                        "token:" + scope.key() + ":" + tokenId, settings.api().times(factor));
    }

    /** The budget of an address without a token; none where addresses are not limited. */
    public List<Bucket> anonymous(String ip, Scope scope) {
        if (!settings.limitsAddresses()) {
            return List.of();
        }
        int factor = settings.factor(scope);
        return List.of(
                factor == 1
                        ? new Bucket("public:" + ip, settings.publicAnonymous())
                        : new Bucket(
                                "public:" + scope.key() + ":" + ip,
                                settings.publicAnonymous().times(factor)));
    }

    /** What an address reads through the site's pages: twenty times as much, since one page asks for a dozen things. */
    public List<Bucket> sitePage(String ip) {
        return settings.limitsAddresses()
                ? List.of(
                        new Bucket("sitepage:" + ip, settings.publicAnonymous().times(20)))
                : List.of();
    }

    /** Old data that an address reads through the site's pages: wider than a token's as {@link #sitePage} is. */
    public List<Bucket> siteArchive(String area, String ip) {
        return settings.limitsAddresses()
                ? List.of(new Bucket(
                        "sitearchive:" + area + ":" + ip, archive(area).times(20)))
                : List.of();
    }

    /** Requests with an {@code Idempotency-Key} and no credential: what is kept for an address has an end. */
    public List<Bucket> anonymousKeys(String ip) {
        return settings.limitsAddresses() ? List.of(new Bucket("idem:" + ip, settings.publicAnonymous())) : List.of();
    }

    /** @param route template, for example {@code /v1/leaderboards/insert} */
    public Bucket ingest(String route, String tokenId) {
        return new Bucket("ingest:" + route + ":" + tokenId, settings.ingestCooldown());
    }

    public Bucket endpoint(EndpointLimit endpoint, String tokenId) {
        return new Bucket("ep:" + endpoint.route() + ":" + tokenId, endpoint.limit());
    }

    public Bucket leaderboardsArchive(String tokenId) {
        return new Bucket("lb-archive:" + tokenId, archive("leaderboards"));
    }

    public Bucket marketArchive(String tokenId) {
        return new Bucket("market-archive:" + tokenId, archive("market"));
    }

    private Limit archive(String area) {
        return switch (area) {
            case "leaderboards" -> settings.leaderboardsArchive();
            case "market" -> settings.marketArchive();
            default -> throw new IllegalArgumentException("No archive budget for " + area);
        };
    }
}
