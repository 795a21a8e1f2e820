package dev.kiwi.api.kernel;

/**
 * Who acts: {@code account}, {@code site_user}, {@code token}, {@code operator}, {@code system} or {@code anonymous}, and
 * its id.
 */
public record Actor(String kind, String id) {
    public static final Actor SYSTEM = new Actor("system", "kiwi");
    public static final Actor ANONYMOUS = new Actor("anonymous", "anonymous");

    public static Actor account(String accountId) {
        return new Actor("account", accountId);
    }

    public static Actor siteUser(String siteUserId) {
        return new Actor("site_user", siteUserId);
    }

    public static Actor token(String tokenId) {
        return new Actor("token", tokenId);
    }

    public static Actor operator() {
        return new Actor("operator", "operator");
    }
}
