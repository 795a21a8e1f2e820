package dev.kiwi.command.mail;

import static dev.kiwi.command.mail.PlainWords.quoted;

import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.command.mail.Draft.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of every message (platform.md 18.1). No display name is in them: strangers can be made to read those. */
final class Drafts {
    private final MailSettings.Site site;

    Drafts(MailSettings.Site site) {
        this.site = site;
    }

    Draft verifyEmail(String link) {
        return Draft.of(
                        MailKind.VERIFY_EMAIL,
                        "Confirm your email address",
                        "Confirm that this address is yours to start using your account.",
                        "The link works for " + hours(site.verificationHours()) + ".")
                .with(new Button("Confirm address", link))
                .withNote("If you did not sign up, ignore this message: nothing happens without your click.");
    }

    Draft resetPassword(String link) {
        return Draft.of(
                        MailKind.RESET_PASSWORD,
                        "Choose a new password",
                        "Somebody, hopefully you, has asked for a new password for your account.",
                        "The link works once, for " + hours(site.resetHours()) + ".")
                .with(new Button("Choose a new password", link))
                .withNote("If it was not you, ignore this message: your password stays as it is.");
    }

    Draft confirmNewEmail(String link) {
        return Draft.of(
                        MailKind.CONFIRM_NEW_EMAIL,
                        "Confirm your new email address",
                        "Confirm that this is the new address of your account. Until then nothing changes.",
                        "The link works once, for " + hours(site.verificationHours()) + ".")
                .with(new Button("Confirm new address", link))
                .withNote("If you did not ask for this, ignore this message.");
    }

    Draft newSignIn(@Nullable String device, @Nullable String ip) {
        return notice(
                MailKind.NEW_SIGN_IN,
                "New sign-in to your account",
                "Your account was signed in to from a device that we have not seen before.",
                "Device: " + PlainWords.of(device, "unknown") + ". Address: " + PlainWords.of(ip, "unknown") + ".");
    }

    Draft passwordChanged() {
        return notice(
                MailKind.PASSWORD_CHANGED,
                "Your password was changed",
                "The password of your account was changed, and every other session was ended.");
    }

    Draft tokenCreated(String name, String prefix) {
        return notice(
                MailKind.TOKEN_CREATED,
                "A new API token",
                "The API token " + token(name, prefix) + " was created for your account.");
    }

    Draft tokenRotated(String name, String prefix) {
        return notice(
                MailKind.TOKEN_CREATED,
                "An API token has a new secret",
                "The API token " + token(name, prefix) + " of your account was given a new secret.");
    }

    Draft tokenExpiring(String name, String prefix, int daysLeft) {
        return Draft.of(
                        MailKind.TOKEN_EXPIRING,
                        "An API token expires soon",
                        "The API token " + token(name, prefix) + " expires " + when(daysLeft) + ".",
                        "Rotate it before then, and whatever uses it goes on working.")
                .with(new Button("Open the portal", site.portal()));
    }

    Draft githubLinked() {
        return notice(
                MailKind.GITHUB_LINKED,
                "GitHub was linked to your account",
                "A GitHub account was linked to your account. Whoever signs in to it signs in to yours.");
    }

    Draft tokenCompromised(String name, String prefix, String source) {
        return notice(
                MailKind.TOKEN_COMPROMISED,
                "An API token was found in public and revoked",
                "The secret of the API token " + token(name, prefix) + " was found in a public place, as "
                        + PlainWords.of(source, "a scanner") + " tells us. We have revoked the token.",
                "Remove it from where it lies, and mint another one.");
    }

    Draft emailChanged(@Nullable String newEmail) {
        return notice(
                MailKind.EMAIL_CHANGED,
                "The email address of your account was changed",
                "Your account now has the address " + PlainWords.of(newEmail, "unknown")
                        + ". This one no longer belongs to it.");
    }

    Draft passkeyAdded(@Nullable String name) {
        return notice(
                MailKind.PASSKEY_ADDED,
                "A passkey was added to your account",
                "The passkey " + quoted(Objects.requireNonNullElse(name, ""))
                        + " was added to your account. Whoever holds it signs in with it.");
    }

    Draft passkeyRemoved() {
        return notice(
                MailKind.PASSKEY_REMOVED,
                "A passkey was removed from your account",
                "A passkey was removed from your account. Nobody can sign in with it any more.");
    }

    Draft passkeyCounterWentBack() {
        return notice(
                MailKind.PASSKEY_COUNTER_WENT_BACK,
                "A passkey of your account may have been copied",
                "A passkey was refused because its counter has gone back, as it does when somebody uses a copy of it.",
                "It opened nothing. If you cannot explain it, remove the passkey and add another one.");
    }

    Draft secondFactorEnabled() {
        return notice(
                MailKind.SECOND_FACTOR_ENABLED,
                "An authenticator was added to your account",
                "Signing in with your password takes a code of the authenticator, or another second factor, from now on.");
    }

    Draft secondFactorDisabled() {
        return notice(
                MailKind.SECOND_FACTOR_DISABLED,
                "The authenticator of your account was removed",
                "Codes of the authenticator are asked for no more. Without a passkey your password alone signs in.");
    }

    /** @param left that have not been used */
    Draft recoveryCodeUsed(int left) {
        return notice(
                MailKind.RECOVERY_CODE_USED,
                "A recovery code of your account was used",
                "A recovery code stood in for your second factor. You have " + left + " left.");
    }

    /** @param byAdministrator otherwise because nothing got through */
    Draft webhookDisabled(String name, boolean byAdministrator) {
        String what = "The webhook " + quoted(name) + " of your account ";
        return Draft.of(
                        MailKind.WEBHOOK_DISABLED,
                        "A webhook was disabled",
                        byAdministrator
                                ? what + "was disabled by an administrator."
                                : what + "was disabled: nothing that we sent to it got through for a day.",
                        byAdministrator
                                ? "Nothing is sent to it any more."
                                : "Its log of deliveries says why. Mend the endpoint and enable the webhook again.")
                .with(new Button("Open the portal", site.portal()));
    }

    Draft rateLimitDigest(QueueRateLimitDigest digest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Hits", "Account", "Token"));
        digest.rows()
                .forEach(row -> rows.add(List.of(
                        Long.toString(row.hits()),
                        PlainWords.of(row.email(), "unknown"),
                        row.tokenName() == null || row.tokenPrefix() == null
                                ? "deleted token"
                                : token(row.tokenName(), row.tokenPrefix()))));
        return Draft.of(
                        MailKind.RATE_LIMIT_DIGEST,
                        "Tokens at their rate limit",
                        "Requests that were refused for their rate in the last " + hours(digest.windowHours()) + ".")
                .withRows(rows);
    }

    private Draft notice(MailKind kind, String title, String... paragraphs) {
        return Draft.of(kind, title, paragraphs)
                .withNote(
                        "If this was not you, change your password and review your sessions at once: " + site.portal());
    }

    private static String token(String name, String prefix) {
        return quoted(name) + " (" + PlainWords.of(prefix, "no prefix") + "…)";
    }

    private static String when(int daysLeft) {
        return daysLeft <= 0 ? "today" : "in " + daysLeft + (daysLeft == 1 ? " day" : " days");
    }

    private static String hours(int hours) {
        return hours == 1 ? "1 hour" : hours + " hours";
    }
}
