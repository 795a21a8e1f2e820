package dev.kiwi.api.kernel;

import java.util.Locale;

/** The read models that one can wait for. A constant, because a misspelled name would only be found by the first request. */
public enum Projection {
    ACCOUNT("account"),
    AUDIT("audit"),
    INGEST_LOG("ingest"),
    LEADERBOARDS("leaderboard"),
    SESSION("session"),
    SITE_USER("siteuser"),
    TOKEN("token"),
    WEBHOOK("webhook");

    private final String context;

    Projection(String context) {
        this.context = context;
    }

    /** The context whose queries read it: the last part of their package. */
    public String context() {
        return context;
    }

    /** The name of its definition, for example {@code ingest_log}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
