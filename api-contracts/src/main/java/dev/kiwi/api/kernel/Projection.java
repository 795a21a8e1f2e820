package dev.kiwi.api.kernel;

import java.util.Locale;

/** The read models that one can wait for. A constant, because a misspelled name would only be found by the first request. */
public enum Projection {
    ACCOUNT,
    AUDIT,
    INGEST_LOG,
    LEADERBOARDS,
    SESSION,
    SITE_USER,
    TOKEN,
    WEBHOOK;

    /** The name of its definition, for example {@code ingest_log}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
