package dev.kiwi.command.giveaway;

import java.util.Optional;

/** Finds a code of a drawer that nothing uses, the oldest first, by the committed truth. Blocks. */
interface FreeCodes {
    Optional<String> firstOf(String drawerId);

    /** Whether a giveaway has reserved or was awarded one of the drawer's codes. */
    boolean anyUsed(String drawerId);
}
