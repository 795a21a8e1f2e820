package dev.kiwi.web.cli;

import javax.sql.DataSource;

/** Checks the sealed hash chain of an event store. */
interface ChainCheck {
    /** @return what was found, for the operator */
    Finding check(DataSource events);

    /** @param sound false when a position is broken; the text names it */
    record Finding(boolean sound, String text) {}
}
