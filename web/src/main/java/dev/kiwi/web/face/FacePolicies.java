package dev.kiwi.web.face;

import java.net.URI;

/** Content policies of the faces that have a host of their own (web.md A.1); the site's is with the other headers. */
final class FacePolicies {
    private static final String CAPTCHAS =
            "https://challenges.cloudflare.com https://hcaptcha.com https://*.hcaptcha.com";

    private FacePolicies() {}

    static String portal(URI api) {
        return "default-src 'self'; script-src 'self' " + CAPTCHAS
                + "; style-src 'self' 'unsafe-inline' https://hcaptcha.com https://*.hcaptcha.com"
                + "; connect-src 'self' " + origin(api) + " " + CAPTCHAS
                + "; frame-src " + CAPTCHAS
                + "; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
    }

    static String docs(URI api) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:"
                + "; connect-src 'self' " + origin(api) + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
