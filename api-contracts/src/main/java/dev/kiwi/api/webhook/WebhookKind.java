package dev.kiwi.api.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a webhook can tell of. The slugs are a contract with those who receive them. */
public enum WebhookKind {
    TOKEN_MINTED("An API token was minted."),
    TOKEN_ROTATED("An API token has a new secret."),
    TOKEN_DISABLED("An API token is refused until it is enabled."),
    TOKEN_ENABLED("A disabled API token works again."),
    TOKEN_EXPIRING("An API token ends soon."),
    TOKEN_LEAKED("The secret of an API token was found in public; it is revoked too."),
    TOKEN_REVOKED("An API token was revoked."),
    SESSION_UNFAMILIAR_SIGN_IN("A sign-in from a device that was not seen before."),
    SESSION_REFRESH_TOKEN_REUSED("A used refresh token was presented again: somebody has a copy."),
    ACCOUNT_PASSWORD_REPLACED("The account has another password."),
    ACCOUNT_EMAIL_CHANGED("The account has another address."),
    ACCOUNT_GITHUB_LINKED("A GitHub account can sign in to the account."),
    ACCOUNT_SECOND_FACTOR_ENABLED("Codes of an authenticator are a second factor of logins from now on."),
    ACCOUNT_SECOND_FACTOR_DISABLED("Codes of the authenticator are none any more; passkeys stay."),
    ACCOUNT_PASSKEY_ADDED("A passkey signs in to the account."),
    ACCOUNT_PASSKEY_REMOVED("A passkey does not sign in to the account any more."),
    ACCOUNT_RECOVERY_CODE_USED("A recovery code stood in for the second factor."),
    /** Of everybody: clients would poll for it. */
    LEADERBOARDS_CAPTURE_COMPLETED("A capture of the leaderboards can be read.");

    /** Sent on demand to try an endpoint out; it needs no subscription. */
    public static final String PING = "ping";

    private final String description;

    WebhookKind(String description) {
        this.description = description;
    }

    /** The context, a dot and what happened, for example {@code token.minted}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    public String description() {
        return description;
    }

    public static Optional<WebhookKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** The same kinds in one order, without repeats. */
    public static List<String> ordered(List<String> slugs) {
        return Arrays.stream(values())
                .map(WebhookKind::slug)
                .filter(slugs::contains)
                .toList();
    }
}
