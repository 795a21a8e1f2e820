package dev.kiwi.api.rotation;

import java.time.Instant;
import java.util.List;

/**
 * What the rotations contribute to the live stream (feeds-events.md B1). Corruxion to activity are pure calculations;
 * challenge, chaos and luxion read the captures and may block.
 */
public interface RotationSources {
    /** In the order of a snapshot: challenge, chaos, luxion, corruxion, fluxion, longshade, wild_mana, stampy, daily_bonuses, activity. */
    List<String> types();

    /** @throws IllegalArgumentException for what is none of {@link #types()} */
    SourceState at(String type, Instant now);
}
