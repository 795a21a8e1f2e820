package dev.kiwi.web.demo;

/**
 * The players at one moment: their names, and how many hours each has played today, this week and ever. Half of them
 * never play, so most lifetime scores stand still from hour to hour, as in the game.
 */
final class Crowd {
    private static final int HOURS_OF_WEEK = 168;
    private static final String CONSONANTS = "bdfghjklmnprstvwxyz";
    private static final String VOWELS = "aeiou";

    final int size;
    private final long seed;
    private final long week;
    private final int[] today;
    private final int[] thisWeek;

    /** @param slot hours since the weekly reset; @param week number of the week */
    Crowd(int size, long seed, long week, int slot) {
        this.size = size;
        this.seed = seed;
        this.week = week;
        this.today = new int[size];
        this.thisWeek = new int[size];
        for (int player = 0; player < size; player++) {
            for (int hour = 0; hour < slot; hour++) {
                if (plays(player, hour)) {
                    thisWeek[player]++;
                    if (hour / 24 == slot / 24) {
                        today[player]++;
                    }
                }
            }
        }
    }

    /** A sitting of two to six hours around the player's own hour of the day, not on every day. */
    private boolean plays(int player, int hourOfWeek) {
        double eagerness = Mix.unit(seed, player, 1);
        if (eagerness < .48) {
            return false;
        }
        int day = hourOfWeek / 24;
        if (Mix.unit(seed, player, week * 7 + day + 100) > eagerness * eagerness) {
            return false;
        }
        int begin = (int) (Mix.unit(seed, player, 2) * 24);
        int length = 2 + (int) (Mix.unit(seed, player, 3) * 5);
        int hour = hourOfWeek % 24;
        return (hour + 24 - begin) % 24 < length && Mix.unit(seed, player, week * HOURS_OF_WEEK + hourOfWeek) < .8;
    }

    int today(int player) {
        return today[player];
    }

    int thisWeek(int player) {
        return thisWeek[player];
    }

    /** Hours of all weeks; past ones are estimated, so that no history has to be added up. */
    int ever(int player) {
        boolean active = Mix.unit(seed, player, 1) >= .48;
        return (active ? (int) (week * 9 * Mix.unit(seed, player, 4)) : 0) + thisWeek[player];
    }

    /** Unique among all players; some carry digits, blanks or letters beyond ASCII. */
    String name(int player) {
        StringBuilder name = new StringBuilder();
        int rest = player;
        for (int syllable = 0; syllable < 4; syllable++) {
            name.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
            rest /= CONSONANTS.length();
            name.append(VOWELS.charAt((int) (Mix.unit(seed, player, 10 + syllable) * VOWELS.length())));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        double style = Mix.unit(seed, player, 5);
        if (style < .12) {
            return name.append((int) (style * 8000)).toString();
        }
        if (style < .14) {
            return name.append(" é").toString();
        }
        return style < .18 ? "xX" + name + "Xx" : name.toString();
    }
}
