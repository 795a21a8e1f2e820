package dev.kiwi.api.release;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as tags have it (misc-btt.md D3): numbers with dots, and what follows them.
 *
 * @param numbers one at least; a missing one counts as 0
 * @param suffix empty for none, which beats any; others are compared as plain texts
 */
public record Version(List<BigInteger> numbers, String suffix) implements Comparable<Version> {
    private static final Pattern SHAPE = Pattern.compile("v?([0-9]+(?:\\.[0-9]+)*)(.*)");
    /** No tag is longer; numbers of megabytes would take minutes to read. */
    private static final int LONGEST = 500;

    /** Empty for a text that is no version. */
    public static Optional<Version> of(String text) {
        String trimmed = text.strip();
        Matcher matcher = SHAPE.matcher(trimmed);
        if (trimmed.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = Arrays.stream(matcher.group(1).split("\\."))
                .map(BigInteger::new)
                .toList();
        return Optional.of(new Version(numbers, matcher.group(2)));
    }

    /** Not consistent with equals: {@code 1.0} and {@code 1.0.0} are the same version. */
    @Override
    public int compareTo(Version other) {
        int parts = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < parts; i++) {
            int compared = number(i).compareTo(other.number(i));
            if (compared != 0) {
                return compared;
            }
        }
        return suffix.isEmpty() || other.suffix.isEmpty()
                ? Boolean.compare(suffix.isEmpty(), other.suffix.isEmpty())
                : suffix.compareTo(other.suffix);
    }

    private BigInteger number(int place) {
        return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
    }
}
