package dev.kiwi.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line: {@code verify --data DIR}.
 *
 * @param arguments what is neither the command nor an option
 * @param data the data directory: {@code --data}, else {@code KIWI_DATA}, else {@code ./data}
 */
record Invocation(String command, List<String> arguments, Path data, Map<String, String> environment) {

    static Invocation of(List<String> words, Map<String, String> environment) {
        List<String> arguments = new ArrayList<>();
        String data = environment.getOrDefault("KIWI_DATA", "data");
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--data")) {
                if (++i == words.size()) {
                    throw new Failure("--data needs a directory");
                }
                data = words.get(i);
            } else if (word.startsWith("--data=")) {
                data = word.substring("--data=".length());
            } else if (word.startsWith("--")) {
                throw new Failure("Unknown option " + word);
            } else {
                arguments.add(word);
            }
        }
        return new Invocation(
                words.getFirst(),
                List.copyOf(arguments),
                Path.of(data).toAbsolutePath().normalize(),
                environment);
    }

    /** Where the blobs are: {@code BLOB_DIR}, else in the data directory. */
    Path blobs() {
        Path shared = sharedBlobs();
        return shared == null ? data.resolve("blobs") : shared;
    }

    /** {@code BLOB_DIR}; null when it is not set. */
    @Nullable
    Path sharedBlobs() {
        String shared = environment.getOrDefault("BLOB_DIR", "");
        return shared.isBlank() ? null : Path.of(shared).toAbsolutePath().normalize();
    }

    /** The only argument. @throws Failure saying what it should be */
    String argument(String what) {
        if (arguments.size() != 1) {
            throw new Failure("Usage: kiwi " + command + " " + what + " [--data DIR]");
        }
        return arguments.getFirst();
    }
}
