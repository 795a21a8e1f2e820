package dev.kiwi.api.market;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The interest list that comes with Kiwi; it is in force while the list is empty (market.md 3). */
public final class BundledItems {
    /** When the list was bundled; shown as when its names were added. */
    public static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

    private BundledItems() {}

    /** In code-point order. */
    public static List<String> names() {
        return Table.NAMES;
    }

    /** Read when it is first asked for. */
    private static final class Table {
        private static final List<String> NAMES = read();

        private static List<String> read() {
            try (InputStream csv = BundledItems.class.getResourceAsStream("interest-items.csv")) {
                String text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
                return text.lines().skip(1).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
