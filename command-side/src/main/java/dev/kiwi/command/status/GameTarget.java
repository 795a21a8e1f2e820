package dev.kiwi.command.status;

import java.time.Duration;

/**
 * A game's port, and how it is asked.
 *
 * @param host blank, or a port of 0: it is not
 * @param hello what the game itself says first, in hex; blank: nothing is said, a connection is enough
 * @param random whether fresh bytes are said instead
 * @param hold for so long without a word it has to keep the connection
 */
record GameTarget(String host, int port, String hello, boolean random, Duration hold) {
    boolean isConfigured() {
        return !host.isBlank() && port > 0;
    }
}
