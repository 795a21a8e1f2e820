package dev.kiwi.bench.story;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must be found nowhere: passwords, tokens, codes. */
final class Secrets {
    private static final int CHUNK = 1 << 20;

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();

    String keep(String name, String secret) {
        secrets.put(name, secret.getBytes(StandardCharsets.UTF_8));
        return secret;
    }

    /** @return which secret is in which file below */
    List<String> foundBelow(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                foundIn(file).forEach(name -> found.add(name + " in " + folder.relativize(file)));
            }
        }
        return found;
    }

    List<String> foundIn(Path file) throws IOException {
        List<String> left = new ArrayList<>(secrets.keySet());
        List<String> found = new ArrayList<>();
        int longest = secrets.values().stream()
                .mapToInt(secret -> secret.length)
                .max()
                .orElse(1);
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            for (int read = in.readNBytes(window, kept, CHUNK); read > 0; read = in.readNBytes(window, kept, CHUNK)) {
                int end = kept + read;
                left.removeIf(name -> {
                    boolean there = contains(window, end, secrets.getOrDefault(name, new byte[0]));
                    if (there) {
                        found.add(name);
                    }
                    return there;
                });
                // A secret may lie across two chunks.
                kept = Math.min(longest, end);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
        }
        return found;
    }

    private static boolean contains(byte[] text, int end, byte[] secret) {
        for (int i = 0; i + secret.length <= end; i++) {
            int j = 0;
            while (j < secret.length && text[i + j] == secret[j]) {
                j++;
            }
            if (j == secret.length) {
                return true;
            }
        }
        return false;
    }
}
