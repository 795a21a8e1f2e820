package dev.kiwi.api.formats.grainus;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Streaming parser: {@link #feed} it the bytes in pieces of any size, then {@link #finish}. One scrape, one thread, one
 * use. Rules M1 to M8 of market.md 1.
 *
 * <p>A listing is five fields of a line: one that ends with an id, a name, a type, a stack, and one that begins with a
 * price. So the last five fields are all that has to be remembered.
 */
public final class GrainusParser {
    private static final int FIELDS = 5;
    private static final int STACK_DIGITS = 4;
    private static final int PRICE_DIGITS = 9;
    private static final long HIGHEST_PRICE = 50_000_000;

    private final Map<UUID, ParsedListing> listings = new LinkedHashMap<>();
    private final Field[] window = {new Field(), new Field(), new Field(), new Field(), new Field()};
    /** Number, within its line, of the field that is being read. */
    private int reading;
    /** The first field of the line that no listing before has used up, and how many bytes of it one has. */
    private int firstFree;

    private int used;

    /** Parses a whole stream; does not close it. */
    public static List<ParsedListing> parse(InputStream scrape) throws IOException {
        GrainusParser parser = new GrainusParser();
        byte[] buffer = new byte[1 << 16];
        for (int read = scrape.read(buffer); read >= 0; read = scrape.read(buffer)) {
            parser.feed(buffer, 0, read);
        }
        return parser.finish();
    }

    /** Reads the next bytes; they may be overwritten afterwards. */
    public void feed(byte[] text, int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            byte b = text[at];
            if (b == ';' || b == '\r' || b == '\n') {
                field(reading).add(text, start, at);
                endField();
                reading = b == ';' ? reading + 1 : startLine();
                field(reading).clear();
                start = at + 1;
            }
        }
        field(reading).add(text, start, to);
    }

    /** The listings in the order of their first valid sighting. The end of the scrape ends its last line. */
    public List<ParsedListing> finish() {
        endField();
        return List.copyOf(listings.values());
    }

    private int startLine() {
        firstFree = 0;
        used = 0;
        return 0;
    }

    private Field field(int number) {
        return window[number % FIELDS];
    }

    private void endField() {
        int first = reading - FIELDS + 1;
        if (first < firstFree) {
            return;
        }
        UUID id = field(first).idAtEnd(first == firstFree ? used : 0);
        Field name = field(first + 1);
        Field stack = field(first + 3);
        Field price = field(reading);
        int stackDigits = stack.digits();
        int priceDigits = price.digits();
        boolean stacked = stackDigits > 0 && stackDigits <= STACK_DIGITS && stackDigits == stack.size();
        if (id == null || name.size() == 0 || !stacked || priceDigits == 0) {
            return;
        }
        firstFree = reading;
        used = Math.min(priceDigits, PRICE_DIGITS);
        // A price of more digits is above the highest (M5).
        if (priceDigits <= PRICE_DIGITS) {
            accept(id, name, field(first + 2), stack.number(stackDigits), price.number(priceDigits));
        }
    }

    private void accept(UUID id, Field name, Field type, int stack, int price) {
        if (stack > 0 && price > 0 && price <= HIGHEST_PRICE && !listings.containsKey(id)) {
            String kind = type.text();
            listings.put(id, new ParsedListing(id, name.text(), kind.isEmpty() ? null : kind, stack, price));
        }
    }
}
