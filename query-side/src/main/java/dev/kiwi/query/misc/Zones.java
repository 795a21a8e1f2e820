package dev.kiwi.query.misc;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/** Time zones by the names that people give. */
final class Zones {
    private static final String TROVE = "trove";
    private static final ZoneOffset TROVE_OFFSET = ZoneOffset.ofHours(-11);

    private Zones() {}

    /** Empty for what is neither the game's zone nor an IANA id; an offset is neither. */
    static Optional<ZoneId> find(String id) {
        if (id.equals(TROVE)) {
            return Optional.of(TROVE_OFFSET);
        }
        return ZoneRulesProvider.getAvailableZoneIds().contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }
}
