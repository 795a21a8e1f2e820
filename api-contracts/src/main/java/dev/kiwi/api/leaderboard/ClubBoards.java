package dev.kiwi.api.leaderboard;

import java.util.Set;

/** The boards that list clubs instead of players (leaderboards.md 4.2). */
public final class ClubBoards {
    private static final Set<Integer> CLUBS = Set.of(1100, 21012);

    private ClubBoards() {}

    public static boolean listsPlayers(int uuid) {
        return !CLUBS.contains(uuid);
    }
}
