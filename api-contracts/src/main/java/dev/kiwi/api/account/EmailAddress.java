package dev.kiwi.api.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A syntactically right e-mail address in its stored form: trimmed, lower-case, Unicode domain (platform.md 3.2). No
 * DNS is asked.
 */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final Set<String> SPECIAL_USE = Set.of("test", "local", "localhost", "invalid", "onion", "arpa");
    // Any letter or digit of any script, and the special characters that need no quotes.
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?");

    /** The address in its stored form; empty when the text is not one. */
    public static Optional<EmailAddress> parse(String raw) {
        String text = raw.strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        // Decodes xn-- labels; leaves a label that it cannot decode as it is.
        String domain = IDN.toUnicode(text.substring(at + 1)).toLowerCase(Locale.ROOT);
        if (!LOCAL_PART.matcher(local).matches() || !isDomain(domain)) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(local + "@" + domain));
    }

    private static boolean isDomain(String domain) {
        // The limit of -1 keeps empty labels, so that leading, trailing and double dots fail below.
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2 || SPECIAL_USE.contains(labels[labels.length - 1])) {
            return false;
        }
        for (String label : labels) {
            if (label.length() > LONGEST_LABEL || !LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Hides the address, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
