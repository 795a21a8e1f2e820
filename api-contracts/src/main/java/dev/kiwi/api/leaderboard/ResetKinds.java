package dev.kiwi.api.leaderboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The static table of reset kinds, shipped as it is, and an admin's override before it. */
public final class ResetKinds {
    private static final Map<Integer, ResetKind> TABLE = load();

    private ResetKinds() {}

    /** What counts for a board. */
    public static ResetKind effective(int uuid, @Nullable String override) {
        ResetKind pinned = ResetKind.ofOverride(override);
        return pinned != null ? pinned : Objects.requireNonNull(TABLE.getOrDefault(uuid, ResetKind.DEFAULT));
    }

    private static Map<Integer, ResetKind> load() {
        try (InputStream csv = ResetKinds.class.getResourceAsStream("reset-kinds.csv")) {
            String text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            cells -> Integer.valueOf(cells[0]),
                            cells -> ResetKind.valueOf(cells[1].toUpperCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
