package dev.kiwi.api.formats.leaderbot;

import org.jspecify.annotations.Nullable;

/** What stands before {@code ##}: {@code name_id$category_id$uuid = name$category}. */
record BoardHead(int uuid, String nameId, String categoryId, String name, String category) {
    private static final String SEPARATOR = " = ";

    /** Reads a head; null when it is none or its uuid exceeds 31 bits (P5). */
    static @Nullable BoardHead parse(String head) {
        int first = head.indexOf('$');
        int second = head.indexOf('$', first + 1);
        int third = head.indexOf('$', second + 1);
        if (first < 1 || second < first + 2 || third < 0 || third == head.length() - 1) {
            return null;
        }
        int digits = second + 1;
        while (digits < third && head.charAt(digits) >= '0' && head.charAt(digits) <= '9') {
            digits++;
        }
        int name = digits + SEPARATOR.length();
        long uuid = number(head.substring(second + 1, digits));
        if (uuid < 0 || !head.startsWith(SEPARATOR, digits) || name >= third) {
            return null;
        }
        return new BoardHead(
                (int) uuid,
                head.substring(0, first),
                head.substring(first + 1, second),
                head.substring(name, third),
                head.substring(third + 1).trim());
    }

    boolean favourites() {
        return category.equalsIgnoreCase("FAVORITES");
    }

    private static long number(String digits) {
        long value = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            value = value * 10 + (digits.charAt(i) - '0');
            value = value > Integer.MAX_VALUE ? -1 : value;
        }
        return value;
    }
}
