package dev.kiwi.query.gamedata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** One file of game data, read when it is first asked for and kept. */
public final class GameFile<T> {
    private final Class<T> type;
    private final String name;
    private volatile @Nullable T content;

    /**
     * @param type the record that it is read into; the file lies in its package
     * @param name with the ending, for example {@code classes.json}
     */
    public GameFile(Class<T> type, String name) {
        this.type = type;
        this.name = name;
    }

    /**
     * What is in it; the first call reads a file.
     *
     * @throws IllegalStateException naming file and place of what the schema does not allow
     */
    public T get() {
        T known = content;
        if (known == null) {
            // Two that come first together read it twice, and it is the same.
            known = read();
            content = known;
        }
        return known;
    }

    /** Whether {@link #get} returns without reading. */
    public boolean isLoaded() {
        return content != null;
    }

    private T read() {
        try (InputStream file = type.getResourceAsStream(name)) {
            return parse(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** As if the file held this. */
    T parse(byte[] json) {
        try {
            T parsed = Format.STRICT.readValue(json, type);
            if (parsed instanceof CrossReferenced rows) {
                rows.checkReferences();
            }
            return parsed;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    /** Made when the first file is read. */
    private static final class Format {
        static final JsonMapper STRICT = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
