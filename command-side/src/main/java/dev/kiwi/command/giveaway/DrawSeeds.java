package dev.kiwi.command.giveaway;

import dev.kiwi.command.crypto.DerivedKeys;

/** The seeds of draws: derived, so stored nowhere until the draw publishes one (ADR 0030). */
final class DrawSeeds {
    private final DerivedKeys keys;

    DrawSeeds(DerivedKeys keys) {
        this.keys = keys;
    }

    /** 32 bytes, the same each time. */
    byte[] of(String giveawayId) {
        return keys.giveawaySeed(giveawayId).getEncoded();
    }

    /** What is published beforehand. */
    String commitment(String giveawayId) {
        return FairDraw.sha256(of(giveawayId));
    }
}
