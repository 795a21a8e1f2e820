package dev.kiwi.bench.dump;

import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./kiwi sample-dump [--hour H] [--boards N] [--entries N] [--seed S] [--anchor SECOND] [--plant SEED]}: a dump on
 * standard output, with {@code --plant} among cheaters, who are named on standard error. By default hour 96 is the begin of the current game day, so that hours up to it can be posted now.
 */
public final class SampleDump {
    private static final long DAY = 86_400;
    private static final long DAY_BEGINS = 39_600;
    private static final long FIVE_MINUTES = 300;

    private SampleDump() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Long> options = new HashMap<>(
                Map.of("--hour", 96L, "--boards", 88L, "--entries", 20_000L, "--seed", 1L, "--plant", 0L));
        options.put("--anchor", defaultAnchor(Clock.systemUTC()));
        try {
            parse(List.of(arguments), options);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        long plant = options.getOrDefault("--plant", 0L);
        DumpGenerator generator = new DumpGenerator(
                number(options, "--boards"),
                number(options, "--entries"),
                number(options, "--seed"),
                options.getOrDefault("--anchor", 0L),
                plant == 0 ? null : (Long) plant);
        generator.truth().forEach(System.err::println);
        try (OutputStream out = new BufferedOutputStream(new PrintStream(System.out), 1 << 16)) {
            generator.write(number(options, "--hour"), out);
        }
    }

    /** Five minutes after the reset, four game days ago. */
    public static long defaultAnchor(Clock clock) {
        long now = clock.instant().getEpochSecond();
        long day = Math.floorDiv(now - DAY_BEGINS, DAY) * DAY + DAY_BEGINS;
        return day - 4 * DAY + FIVE_MINUTES;
    }

    private static int number(Map<String, Long> options, String name) {
        return Math.toIntExact(options.getOrDefault(name, 0L));
    }

    private static void parse(List<String> arguments, Map<String, Long> options) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (!options.containsKey(arguments.get(i))) {
                throw new IllegalArgumentException(
                        "Unknown option " + arguments.get(i) + "; known: " + options.keySet());
            }
            options.put(arguments.get(i), Long.valueOf(arguments.get(i + 1)));
        }
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException(arguments.getLast() + " needs a value");
        }
    }
}
