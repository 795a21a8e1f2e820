package dev.kiwi.api.kernel;

import java.util.List;
import java.util.Locale;

/** The read models that one can wait for. A constant, because a misspelled name would only be found by the first request. */
public enum Projection {
    ACCOUNT("account"),
    /** Estimates, days and classes of players' activity. */
    ACTIVITY("activity"),
    AUDIT("audit"),
    /** What is published of the game: news, events, releases, the state of its servers. */
    FEED("feed", "release", "status"),
    GIVEAWAY("giveaway"),
    INGEST_LOG("ingest"),
    LEADERBOARDS("leaderboard"),
    MARKET("market"),
    SESSION("session"),
    SITE_USER("siteuser"),
    TOKEN("token"),
    /** What bots and administrators file of the game: captured rotations, supporters. */
    TROVE("rotation", "misc"),
    WEBHOOK("webhook");

    private final List<String> contexts;

    Projection(String... contexts) {
        this.contexts = List.of(contexts);
    }

    /** The contexts whose queries read it: the last part of their package. No context reads two of these. */
    public List<String> contexts() {
        return contexts;
    }

    /** The name of its definition, for example {@code ingest_log}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
