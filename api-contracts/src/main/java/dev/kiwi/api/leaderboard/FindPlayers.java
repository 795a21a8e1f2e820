package dev.kiwi.api.leaderboard;

import java.util.List;

/**
 * Players whose name begins so, in the order of their names; for a search that answers while somebody types.
 *
 * @param prefix as typed; blanks around it and case do not count
 * @param limit how many at most
 */
public record FindPlayers(String prefix, int limit) {

    /** @param items a player whose whole name was typed is the first */
    public record FoundPlayers(List<FoundPlayer> items) {}

    /** @param name as the newest capture spells it */
    public record FoundPlayer(String name) {}
}
