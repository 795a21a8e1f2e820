package dev.kiwi.api.token;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an API token may do, in registry order (facts/scopes.csv). A bit keeps its meaning for ever; bits 15 and 16 are
 * reserved and stay unassigned.
 */
public enum Scope {
    ROTATIONS_READ(
            0,
            "rotations:read",
            "Timers and rotating content: server clock, buffs, merchants, biomes, chests, challenges, delves, calendar",
            Tokenless.ALL,
            1),
    FEEDS_READ(1, "feeds:read", "Relayed news, streams, videos and community events", Tokenless.ALL, 1),
    STATS_READ(2, "stats:read", "Raw stat tables and class sheets", Tokenless.SOME, 1),
    GEMS_READ(3, "gems:read", "Stateless gem simulator, evaluator and build ranker", Tokenless.NONE, 1),
    MISC_READ(
            4,
            "misc:read",
            "News archive, software list, clocks, server status, supporters, market allow-list",
            Tokenless.SOME,
            1),
    MODS_READ(
            5,
            "mods:read",
            "Stateless .tmod tools (token) and public mod / modpack catalogue (tokenless)",
            Tokenless.SOME,
            1),
    UPDATES_READ(6, "updates:read", "Browse the archived game files", Tokenless.SOME, 1),
    CODEXES_READ(7, "codexes:read", "Parsed game reference data", Tokenless.ALL, 5),
    BTT_READ(8, "btt:read", "Desktop-app release and update checks", Tokenless.ALL, 1),
    LEADERBOARDS_READ(9, "leaderboards:read", "Boards, entries, history, health", Tokenless.SOME, 1),
    MARKET_READ(10, "market:read", "Marketplace listings and summaries", Tokenless.NONE, 1),
    ACTIVITY_READ(11, "activity:read", "Active-player estimates, per-class activity", Tokenless.ALL, 1),
    GIVEAWAYS_READ(12, "giveaways:read", "Public giveaway lists", Tokenless.ALL, 1),
    EVENTS_READ(13, "events:read", "Live SSE stream", Tokenless.ALL, 1),
    OCR_READ(14, "ocr:read", "Character-sheet OCR", Tokenless.NONE, 1);

    private static final Map<String, Scope> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::key, Function.identity()));

    private final int bit;
    private final String key;
    private final String description;
    private final Tokenless tokenless;
    private final int defaultFactor;

    Scope(int bit, String key, String description, Tokenless tokenless, int defaultFactor) {
        this.bit = bit;
        this.key = key;
        this.description = description;
        this.tokenless = tokenless;
        this.defaultFactor = defaultFactor;
    }

    /** The scope with this key; empty for an unknown or reserved one. */
    public static Optional<Scope> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Position in the mask, 0 to 14. */
    public int bit() {
        return bit;
    }

    /** Its value in the mask. */
    public long value() {
        return 1L << bit;
    }

    /** {@code <resource>:<action>}. */
    public String key() {
        return key;
    }

    public String resource() {
        return key.substring(0, key.indexOf(':'));
    }

    public String description() {
        return description;
    }

    /** Which of its routes answer without a token. */
    public Tokenless tokenless() {
        return tokenless;
    }

    /** Default budget factor; above 1 the scope has buckets of its own. */
    public int defaultFactor() {
        return defaultFactor;
    }

    /** How much of a scope is open to callers without a token. */
    public enum Tokenless {
        ALL,
        SOME,
        NONE
    }
}
