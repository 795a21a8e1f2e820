package dev.kiwi.web.face;

import dev.kiwi.web.http.SecurityHeadersFilter;
import java.net.URI;

/** Content policies of the faces that have a host of their own (web.md A.1); the site's is with the other headers. */
final class FacePolicies {
    private FacePolicies() {}

    /** @param provider of captchas: only its hosts are let in */
    static String portal(URI api, String provider) {
        boolean hcaptcha = provider.equals("hcaptcha");
        String captcha = hcaptcha ? SecurityHeadersFilter.HCAPTCHA_HOSTS : SecurityHeadersFilter.TURNSTILE_HOST;
        return "default-src 'self'; script-src 'self' " + captcha
                + "; style-src 'self' 'unsafe-inline'"
                + (hcaptcha ? " " + SecurityHeadersFilter.HCAPTCHA_HOSTS : "")
                + "; connect-src 'self' " + SecurityHeadersFilter.origin(api) + " " + captcha
                + "; frame-src " + captcha
                + "; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
    }

    static String docs(URI api) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:"
                + "; connect-src 'self' " + SecurityHeadersFilter.origin(api)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
