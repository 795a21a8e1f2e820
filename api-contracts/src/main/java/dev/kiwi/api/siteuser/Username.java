package dev.kiwi.api.siteuser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The handle of a site user in addresses, as {@code ada.l} in {@code /mods/ada.l/wings} (site-users.md 2): 3 to 24 of
 * {@code a-z0-9_.}, no leading dot, no two dots in a row, and no reserved word.
 */
public final class Username {
    private static final Pattern SHAPE = Pattern.compile("(?!\\.)(?!.*\\.\\.)[a-z0-9_.]{3,24}");
    private static final Pattern OTHER_CHARACTERS = Pattern.compile("[^a-z0-9_.]");
    private static final Pattern DOTS = Pattern.compile("\\.{2,}");
    private static final int SHORTEST = 3;
    /** Leaves room for a suffix. */
    private static final int LONGEST_DERIVED = 20;

    private static final String FILLER = "kiwi";

    private Username() {}

    /** Whether somebody may be called so; that nobody else is, is another question. */
    public static boolean isAllowed(String text) {
        return SHAPE.matcher(text).matches() && !Reserved.WORDS.contains(text);
    }

    /**
     * What becomes of a Discord name: 3 to 20 characters of the right shape, which may be a reserved word.
     *
     * @param discordName any text
     */
    public static String derivedFrom(String discordName) {
        String kept =
                OTHER_CHARACTERS.matcher(discordName.toLowerCase(Locale.ROOT)).replaceAll("");
        String undotted = DOTS.matcher(kept).replaceAll(".");
        String derived = cut(undotted.startsWith(".") ? undotted.substring(1) : undotted);
        return derived.length() < SHORTEST ? cut(derived + FILLER) : derived;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DERIVED ? text : text.substring(0, LONGEST_DERIVED);
    }

    /** Read with the first sign-in, not at the start. */
    private static final class Reserved {
        private static final Set<String> WORDS = read();

        private static Set<String> read() {
            try (InputStream file = Username.class.getResourceAsStream("reserved-usernames.txt")) {
                String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
                return text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
