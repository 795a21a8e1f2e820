package dev.kiwi.api.token;

/** What a token may read (platform.md 7). A bit keeps its meaning for ever; bits 15 and 16 stay unused. */
public enum Scope {
    ROTATIONS_READ(
            0,
            "rotations:read",
            "rotations",
            "Timers and rotating content: server clock, buffs, merchants, biomes, chests, challenges, delves, calendar"),
    FEEDS_READ(1, "feeds:read", "feeds", "Relayed news, streams, videos and community events"),
    STATS_READ(2, "stats:read", "stats", "Raw stat tables and class sheets"),
    GEMS_READ(3, "gems:read", "gems", "Stateless gem simulator, evaluator and build ranker"),
    MISC_READ(
            4,
            "misc:read",
            "misc",
            "News archive, software list, clocks, server status, supporters, market allow-list"),
    MODS_READ(5, "mods:read", "mods", "Stateless .tmod tools (token) and public mod / modpack catalogue (tokenless)"),
    UPDATES_READ(6, "updates:read", "updates", "Browse the archived game files"),
    CODEXES_READ(7, "codexes:read", "codexes", "Parsed game reference data"),
    BTT_READ(8, "btt:read", "btt", "Desktop-app release and update checks"),
    LEADERBOARDS_READ(9, "leaderboards:read", "leaderboards", "Boards, entries, history, health"),
    MARKET_READ(10, "market:read", "market", "Marketplace listings and summaries"),
    ACTIVITY_READ(11, "activity:read", "activity", "Active-player estimates, per-class activity"),
    GIVEAWAYS_READ(12, "giveaways:read", "giveaways", "Public giveaway lists"),
    EVENTS_READ(13, "events:read", "events", "Live SSE stream"),
    OCR_READ(14, "ocr:read", "ocr", "Character-sheet OCR");

    private final int index;
    private final String key;
    private final String resource;
    private final String description;

    Scope(int index, String key, String resource, String description) {
        this.index = index;
        this.key = key;
        this.resource = resource;
        this.description = description;
    }

    /** Value in the mask. */
    public long bit() {
        return 1L << index;
    }

    public String key() {
        return key;
    }

    public String resource() {
        return resource;
    }

    public String description() {
        return description;
    }
}
