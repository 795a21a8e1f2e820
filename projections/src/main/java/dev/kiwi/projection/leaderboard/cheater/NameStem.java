package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.PlayerKey;
import java.util.regex.Pattern;

/** What is left of a name without its number and its disguise (leaderboards.md 16.6): {@code Dr4g0n_2} is a dragon. */
final class NameStem {
    /** A stem as short as that says nothing. */
    static final int SHORTEST = 2;

    private static final Pattern NUMBER = Pattern.compile("[\\s_\\-.#]*[0-9][0-9\\s_\\-.#]*$");
    private static final String DISGUISED = "4310578" + "9@$!|";
    private static final String PLAIN = "aeiostb" + "gasii";

    private NameStem() {}

    static String of(String name) {
        String bare = NUMBER.matcher(PlayerKey.lookup(name)).replaceFirst("");
        StringBuilder stem = new StringBuilder(bare);
        for (int i = 0; i < stem.length(); i++) {
            int at = DISGUISED.indexOf(stem.charAt(i));
            if (at >= 0) {
                stem.setCharAt(i, PLAIN.charAt(at));
            }
        }
        return stem.toString();
    }
}
