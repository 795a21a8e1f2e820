package dev.kiwi.web.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where on our own site somebody wants to be after signing in; never anywhere else (no open redirect). */
public final class ReturnPath {
    private static final int LONGEST = 500;
    /** No empty one and no dots: a browser takes {@code /x/..//host} for {@code //host}, which is another site. */
    private static final Pattern SEGMENTS =
            Pattern.compile("(/(?!(\\.|%2e){1,2}(/|$))[^/]+)*/?", Pattern.CASE_INSENSITIVE);

    private ReturnPath() {}

    /** A path of the site with its query, such as {@code /mods/new?mode=git}; null for anything else, also for null. */
    public static @Nullable String of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST) {
            return null;
        }
        // Browsers read a backslash as a slash.
        String path = asked.replace('\\', '/');
        return path.startsWith("/") && !path.startsWith("//") && isRelative(path) ? path : null;
    }

    // Browsers drop tabs and line breaks, which a URI cannot have anyway.
    private static boolean isRelative(String path) {
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.getRawPath() != null
                    && SEGMENTS.matcher(uri.getRawPath()).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
