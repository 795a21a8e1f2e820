package dev.kiwi.web.siteuser;

import org.jspecify.annotations.Nullable;

/**
 * What whoever began a sign-in is told: a code, or why there is none.
 *
 * @param app whether the desktop app began it, else a page
 * @param next path of the site to go to afterwards; null for none
 * @param code to be exchanged for tokens; null after a failure
 * @param failure null after a success
 */
record HandBack(
        boolean app,
        @Nullable String next,
        @Nullable String code,
        @Nullable SignInFailure failure) {

    static HandBack of(PendingSignIn signIn, String code) {
        return new HandBack(signIn.app(), signIn.next(), code, null);
    }

    static HandBack of(PendingSignIn signIn, SignInFailure failure) {
        return new HandBack(signIn.app(), signIn.next(), null, failure);
    }

    /** To a page; who began it is not known. */
    static HandBack of(SignInFailure failure) {
        return new HandBack(false, null, null, failure);
    }

    /** Hides the code, so that it never reaches a log. */
    @Override
    public String toString() {
        return "HandBack[" + failure + "]";
    }
}
