package dev.kiwi.api.leaderboard;

import java.util.Locale;

/** The identity of a player: the name without case. The only place where names are lower-cased (leaderboards.md 1). */
public final class PlayerKey {
    private PlayerKey() {}

    /** Key of a name as it stands in a dump. */
    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Key of a name that somebody typed: outer blanks do not count. */
    public static String lookup(String name) {
        return of(name.strip());
    }
}
