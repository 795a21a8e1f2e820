package dev.kiwi.command.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The approved samples {@code events/<name>@<revision>.json}: what every revision ever written looks like. */
final class StoredEventSamples {
    private final List<Resource> files;

    private StoredEventSamples(List<Resource> files) {
        this.files = files;
    }

    static StoredEventSamples onClassPath() {
        try {
            return new StoredEventSamples(
                    List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:events/*.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All as {@code name@revision}. */
    Stream<String> names() {
        return files.stream().map(file -> file.getFilename().replaceFirst("\\.json$", ""));
    }

    byte[] read(String name) {
        Resource file = files.stream()
                .filter(candidate -> (name + ".json").equals(candidate.getFilename()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample " + name));
        try (InputStream bytes = file.getInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
