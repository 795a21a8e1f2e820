package dev.kiwi.web.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

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

    /** Blocks. @return the names of the files in a folder below {@code face/}, sorted; none when there is no such folder */
    List<String> list(String folder) {
        try {
            Stream<String> names = sources == null
                    ? Arrays.stream(new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:face/" + folder + "/*"))
                            .map(Resource::getFilename)
                    : listOfSources(
                            sources.resolve("site/src/main/resources/face").resolve(folder));
            return names.flatMap(Stream::ofNullable).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> listOfSources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
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
