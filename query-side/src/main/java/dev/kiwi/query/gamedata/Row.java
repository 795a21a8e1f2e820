package dev.kiwi.query.gamedata;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rows of game data have to fulfil; each check throws {@link IllegalArgumentException}, which says what is wrong. */
public final class Row {
    private Row() {}

    /** @param what stands in the message, and holds what was found */
    public static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** A text that says something. */
    public static String text(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        return value;
    }

    /** One of the words. */
    public static String oneOf(@Nullable String value, Collection<String> words, String what) {
        String given = text(value, what);
        check(words.contains(given), what + " " + given + " is none of " + words);
        return given;
    }

    /** Some rows, and no two with the same key. */
    public static <T> List<T> unique(@Nullable List<T> rows, Function<? super T, ? extends Object> key, String what) {
        check(rows != null && !rows.isEmpty(), what + ": there are none");
        List<T> some = rows == null ? List.of() : List.copyOf(rows);
        Set<Object> keys = new HashSet<>();
        for (T row : some) {
            check(keys.add(key.apply(row)), what + ": " + key.apply(row) + " is there twice");
        }
        return some;
    }

    /** As many as there have to be. */
    public static void count(Collection<?> rows, int wanted, String what) {
        check(rows.size() == wanted, what + ": " + rows.size() + " instead of " + wanted);
    }
}
