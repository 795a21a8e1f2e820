package dev.kiwi.command.giveaway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who takes part in a giveaway, by the committed truth. Blocks. */
interface Entrants {
    /** In the order in which they entered. @param since before the first of them, such as when the giveaway was made */
    List<Entrant> of(String giveawayId, Instant since);

    /** How one was shown when entering; null once that is unreadable. */
    @Nullable
    String nameOf(String giveawayId, Entrant entrant);

    /** @param gone whether the person has deleted the account since */
    record Entrant(String siteUserId, String ticket, boolean gone) {}
}
