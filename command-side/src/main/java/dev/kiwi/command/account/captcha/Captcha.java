package dev.kiwi.command.account.captcha;

import org.jspecify.annotations.Nullable;

/** Tells people from programs. */
public interface Captcha {
    /** When there is no captcha, everybody is a person. */
    Captcha NONE = (token, ip) -> true;

    /**
     * Blocks for as long as the provider takes, ten seconds at most. Without an answer nobody passes.
     *
     * @param token what the widget in the browser gave
     * @param ip the client's address; null when it is not known
     */
    boolean isPassed(@Nullable String token, @Nullable String ip);
}
