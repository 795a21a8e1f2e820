package dev.kiwi.api.formats.grainus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of market.md 1 as one regular expression over the whole text. */
final class SlowGrainusParser {
    private static final Pattern LISTING = Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
            + ";([^;\r\n]+);([^;\r\n]*);([0-9]{1,4});([0-9]{1,9})");

    private SlowGrainusParser() {}

    static List<ParsedListing> parse(byte[] scrape) {
        String text = new String(scrape, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        Map<UUID, ParsedListing> listings = new LinkedHashMap<>();
        Matcher found = LISTING.matcher(text);
        while (found.find()) {
            boolean longer = found.end() < text.length() && found.group(5).length() == 9 && isDigit(text, found.end());
            int stack = Integer.parseInt(found.group(4));
            long price = Long.parseLong(found.group(5));
            if (!longer && stack > 0 && price > 0 && price <= 50_000_000) {
                UUID id = UUID.fromString(found.group(1));
                String type = found.group(3).trim();
                listings.putIfAbsent(
                        id, new ParsedListing(id, found.group(2).trim(), type.isEmpty() ? null : type, stack, price));
            }
        }
        return List.copyOf(listings.values());
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
