package dev.kiwi.command.giveaway;

import dev.kiwi.api.giveaway.GiveawayKey;
import dev.kiwi.command.claim.Claims;
import java.time.Instant;
import java.util.Optional;

/**
 * When a giveaway takes entries, as a claim of its own: entries read it without the giveaway, and hold it as they read it,
 * so that none is committed after it has changed.
 *
 * @param open false before it opens and once its entries are closed
 */
record EntryWindow(String giveawayId, boolean open, Instant from, Instant until) {
    private static final String KIND = "giveaway_window";
    private static final String SEPARATOR = "|";

    static Optional<EntryWindow> find(Claims claims, String giveawayId) {
        return claims.find(KIND, giveawayId).map(claimed -> parse(giveawayId, claimed.owner()));
    }

    private static EntryWindow parse(String giveawayId, String owner) {
        String[] parts = owner.split("\\|", -1);
        return new EntryWindow(
                giveawayId,
                Boolean.parseBoolean(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2])),
                Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }

    boolean takesEntriesAt(Instant now) {
        return open && !now.isBefore(from) && now.isBefore(until);
    }

    /** For the giveaway, when it begins. */
    void begin(Claims claims) {
        claims.claim(KIND, giveawayId, owner());
    }

    /** For the giveaway, when another takes the place of this one. */
    void becomes(EntryWindow next, Claims claims) {
        if (!next.equals(this)) {
            claims.release(KIND, giveawayId);
            claims.claim(KIND, giveawayId, next.owner());
        }
    }

    /** For an entry: its command ends in a conflict when the window is another at its commit. */
    void hold(Claims claims) {
        claims.claim(KIND, giveawayId, owner());
    }

    private String owner() {
        return String.join(
                SEPARATOR,
                GiveawayKey.of(giveawayId),
                Boolean.toString(open),
                Long.toString(from.toEpochMilli()),
                Long.toString(until.toEpochMilli()));
    }
}
