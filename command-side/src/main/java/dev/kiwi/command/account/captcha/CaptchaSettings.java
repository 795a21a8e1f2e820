package dev.kiwi.command.account.captcha;

import java.net.URI;

/**
 * @param provider {@code turnstile} or {@code hcaptcha}
 * @param secret blank for no captcha
 * @param sitekey blank for no captcha
 * @param turnstile base address of that provider
 * @param hcaptcha base address of that provider
 */
public record CaptchaSettings(String provider, String secret, String sitekey, URI turnstile, URI hcaptcha) {
    /** Leaves the secret out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CaptchaSettings[" + provider + "]";
    }
}
