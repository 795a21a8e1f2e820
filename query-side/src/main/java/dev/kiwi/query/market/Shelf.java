package dev.kiwi.query.market;

/** How long a listing is on offer (market.md 6); unix seconds. */
final class Shelf {
    static final long LIFETIME = 604_800;
    static final long STALE = 10_800;

    private Shelf() {}

    static boolean expired(long createdAt, long lastSeen, long now) {
        return now - createdAt > LIFETIME || now - lastSeen > STALE;
    }
}
