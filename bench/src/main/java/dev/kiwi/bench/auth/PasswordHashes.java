package dev.kiwi.bench.auth;

import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.command.account.PasswordHasher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * What a password hash costs with the parameters in use, and what others would: the line that they are tuned by. All
 * take turns, so that a slow second of the machine is none of one of them. The baseline is the least that OWASP
 * recommends.
 */
final class PasswordHashes {
    private static final Pattern PARAMETERS = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$");
    private static final Parameters LEAST = new Parameters(19_456, 2, 1);
    private static final List<Parameters> OTHERS = List.of(
            new Parameters(47_104, 1, 1),
            new Parameters(65_536, 1, 4),
            new Parameters(65_536, 2, 4),
            new Parameters(65_536, 3, 1),
            new Parameters(131_072, 3, 4));
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;

    private PasswordHashes() {}

    /** @param memoryKib m @param passes t @param lanes p */
    private record Parameters(int memoryKib, int passes, int lanes) {
        static Parameters inUse() {
            try (PasswordHasher hasher = new PasswordHasher()) {
                Matcher encoded =
                        PARAMETERS.matcher(hasher.hash(KiwiProcess.PASSWORD).join());
                if (!encoded.lookingAt()) {
                    throw new IllegalStateException("A password is hashed otherwise than by Argon2id");
                }
                return new Parameters(number(encoded, 1), number(encoded, 2), number(encoded, 3));
            }
        }

        private static int number(Matcher encoded, int group) {
            return Integer.parseInt(encoded.group(group));
        }

        String figure() {
            return "argon2id_m%d_t%d_p%d".formatted(memoryKib, passes, lanes);
        }

        double millis() {
            Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, TAG_BYTES, lanes, memoryKib, passes);
            long begin = System.nanoTime();
            argon2.encode(KiwiProcess.PASSWORD);
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    /** The parameters in use first. */
    static List<Figure> figures(String bench) {
        Map<Parameters, List<Double>> times = new LinkedHashMap<>();
        Parameters inUse = Parameters.inUse();
        times.put(inUse, new ArrayList<>());
        OTHERS.forEach(other -> times.put(other, new ArrayList<>()));
        times.put(LEAST, new ArrayList<>());
        for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
            boolean counts = i >= WARM_UPS;
            times.forEach((parameters, taken) -> {
                double millis = parameters.millis();
                if (counts) {
                    taken.add(millis);
                }
            });
        }
        System.err.printf("  passwords are hashed with %s%n", inUse.figure());
        Samples least = new Samples(times.remove(LEAST));
        return times.entrySet().stream()
                .map(entry -> Figure.of(
                        bench, entry.getKey().figure(), new Samples(entry.getValue()), "ms", LEAST.figure(), least))
                .toList();
    }
}
