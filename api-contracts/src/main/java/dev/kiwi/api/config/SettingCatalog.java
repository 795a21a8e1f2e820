package dev.kiwi.api.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every setting there is, in the order in which they are shown; the file beside this class is the list. */
public final class SettingCatalog {
    private static final int COLUMNS = 8;
    private static final String RANGE = "..";

    private static final List<SettingDefinition> ALL = load();
    private static final Map<String, SettingDefinition> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SettingDefinition::key, Function.identity()));

    private SettingCatalog() {}

    public static List<SettingDefinition> all() {
        return ALL;
    }

    /** Empty for a key that no setting has. */
    public static Optional<SettingDefinition> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    private static List<SettingDefinition> load() {
        try (InputStream file = SettingCatalog.class.getResourceAsStream("settings.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SettingCatalog::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SettingDefinition parse(String line) {
        String[] cells = line.split("\\|", COLUMNS);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        SettingType type = SettingType.valueOf(cells[1].toUpperCase(Locale.ROOT));
        String allowed = cells[3];
        int dots = allowed.indexOf(RANGE);
        return new SettingDefinition(
                cells[0],
                type,
                type.parse(cells[2]),
                dots < 0 ? null : bound(type, allowed.substring(0, dots)),
                dots < 0 ? null : bound(type, allowed.substring(dots + RANGE.length())),
                dots >= 0 || allowed.isEmpty() ? List.of() : List.of(allowed.split(" ")),
                cells[4].equals("yes"),
                cells[5],
                textOrNull(cells[6]),
                cells[7]);
    }

    private static Number bound(SettingType type, String text) {
        return (Number) type.parse(text);
    }

    private static @Nullable String textOrNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
