package dev.kiwi.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random text in a file that only its owner may read; made when it is first asked for. */
public final class Secret {
    private static final int BYTES = 32;

    private Secret() {}

    /** @return 64 hex digits, the same at every start on one data directory */
    public static String of(Path data, String name) {
        try {
            Path file = Folders.privately(data.resolve("secrets")).resolve(name);
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                Path staging = file.resolveSibling(name + ".new");
                Folders.writePrivately(staging, HexFormat.of().formatHex(random));
                Files.move(staging, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StoreException("Cannot read or make the secret " + name + " in " + data, e);
        }
    }
}
