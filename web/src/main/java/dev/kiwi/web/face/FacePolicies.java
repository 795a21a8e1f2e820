package dev.kiwi.web.face;

import dev.kiwi.web.http.SecurityHeadersFilter;
import java.net.URI;

/** Content policies of the faces that have a host of their own (web.md A.1); the site's is with the other headers. */
final class FacePolicies {
    private FacePolicies() {}

    static String portal(URI api) {
        return "default-src 'self'; script-src 'self' " + SecurityHeadersFilter.CAPTCHA_HOSTS
                + "; style-src 'self' 'unsafe-inline' https://hcaptcha.com https://*.hcaptcha.com"
                + "; connect-src 'self' " + SecurityHeadersFilter.origin(api) + " "
                + SecurityHeadersFilter.CAPTCHA_HOSTS
                + "; frame-src " + SecurityHeadersFilter.CAPTCHA_HOSTS
                + "; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
    }

    static String docs(URI api) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:"
                + "; connect-src 'self' " + SecurityHeadersFilter.origin(api)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
