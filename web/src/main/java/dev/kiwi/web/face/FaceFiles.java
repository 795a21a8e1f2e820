package dev.kiwi.web.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the modules {@code portal} and {@code site} bring: files under {@code face/} of the class path. */
final class FaceFiles {
    /** No hidden file, no way up. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final @Nullable Path sources;

    /** @param sources the folder of the repository, for those who work on the faces and want to see each change; null: the class path */
    FaceFiles(@Nullable Path sources) {
        this.sources = sources;
    }

    /** Whether files may change while the application runs. */
    boolean areLive() {
        return sources != null;
    }

    /** Blocks. @param name below {@code face/}, for example {@code static/design/kiwi.css} */
    Optional<byte[]> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return sources == null ? ofClassPath(name) : ofSources(sources, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> ofClassPath(String name) throws IOException {
        try (InputStream in = FaceFiles.class.getResourceAsStream("/face/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static Optional<byte[]> ofSources(Path repository, String name) throws IOException {
        for (String module : List.of("site", "portal")) {
            Path file = repository
                    .resolve(module)
                    .resolve("src/main/resources/face")
                    .resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
        }
        return ofClassPath(name);
    }
}
