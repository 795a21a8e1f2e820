package dev.kiwi.command.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Refresh tokens that were exchanged a moment ago. A client whose two requests met presents one of them without any
 * harm (ruling 2); older ones are not kept here.
 */
public final class RotatedTokens {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private record Rotated(String hash, Instant at) {}

    // Not final: a snapshot is filled field by field.
    private List<Rotated> recent = new ArrayList<>();

    /** @param at when it was exchanged */
    public void add(String hash, Instant at) {
        recent.removeIf(rotated -> isOver(rotated, at));
        recent.add(new Rotated(hash, at));
    }

    /** Whether the token was exchanged ten seconds before this moment, or later. */
    public boolean areRacing(String hash, Instant now) {
        return recent.stream().anyMatch(rotated -> rotated.hash().equals(hash) && !isOver(rotated, now));
    }

    private static boolean isOver(Rotated rotated, Instant now) {
        return now.isAfter(rotated.at().plus(GRACE));
    }
}
