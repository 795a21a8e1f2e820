package dev.kiwi.web.http;

/** Every step of the {@link Pipeline} in the order in which a request meets it (platform.md 1.1 and 8); the outermost comes first. */
public enum FilterOrder {
    /** Names the request, so that whatever happens next can be found in the logs. */
    REQUEST_ID,
    /** Outside of the errors, so that error answers carry CORS headers too. */
    CORS,
    /** Turns what anything further in throws into the error envelope. */
    ERRORS,
    CLIENT_IP,
    SECURITY_HEADERS,
    BODY_CAPS,
    HEAD,
    /** Shows each host name its face; outside of page views, which are the site's alone. */
    FACES,
    /** Notes views of the site's pages; outside of whatever may answer one. */
    PAGE_VIEWS,
    ACTUATOR,
    /** Reads of the site's pages become reads of the API. */
    SITE_PROXIES,
    /** Drops the cached OpenAPI document when a feature was switched. */
    OPENAPI,
    /** Feature gate, credential, allowlist: who is it? Reads no body and no parameter. */
    GATE,
    /** After the credential check and before the limits: a replay costs nothing. */
    IDEMPOTENCY,
    /** Pays the buckets, then refuses for a missing scope or superuser right. */
    LIMITS,
    MIN_POSITION,
    /** Innermost: a hit has passed every gate and paid every budget, and spares the handler. */
    RESPONSE_CACHE
}
