package dev.kiwi.command.feed.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts of strangers, made fit to be stored and shown. */
final class UpstreamText {
    private static final int LONGEST_ADDRESS = 2_000;
    /** Those of HTML and of other scripts too. */
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private UpstreamText() {}

    /** Without control characters and halves of characters, stripped, cut; null for nothing. */
    static @Nullable String line(@Nullable String text, int most) {
        String clean = text(text, most);
        String stripped = BLANKS.matcher(clean).replaceAll(" ").strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** As {@link #line}, with its line breaks, and empty for nothing. */
    static String text(@Nullable String text, int most) {
        if (text == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().filter(UpstreamText::isFit).limit(most).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isFit(int c) {
        return c == '\n' || c == '\t' || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Null for what is no address that a browser may be sent to. */
    static @Nullable String address(@Nullable String text) {
        String address = line(text, LONGEST_ADDRESS);
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** As it is, also without a host; empty for what a browser would run instead of opening. */
    static String link(@Nullable String text) {
        String link = line(text, LONGEST_ADDRESS);
        boolean foreign = link != null && SCHEME.matcher(link).lookingAt() && address(link) == null;
        return link == null || foreign ? "" : link;
    }

    /** A text or a number of a JSON object; null for anything else, and for a blank. */
    static @Nullable String member(JsonNode object, String name, int most) {
        JsonNode value = object.path(name);
        return value.isString() || value.isNumber() ? line(value.asString(), most) : null;
    }
}
