package dev.kiwi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * @param names benchmarks to run; empty for all
 * @param runs samples of each timed figure
 * @param captures hourly captures behind what is measured; empty for as many as a benchmark takes by itself
 * @param events in the store that is replayed
 * @param minutes of the soak's paced load
 * @param dumps files to post instead of generated ones, one capture each; empty for generated ones
 */
public record BenchOptions(
        List<String> names, int runs, OptionalInt captures, int events, int minutes, List<Path> dumps) {

    /** @throws IllegalArgumentException naming what is not understood */
    static BenchOptions parse(List<String> arguments) {
        List<String> names = new ArrayList<>();
        List<Path> dumps = new ArrayList<>();
        int runs = 5;
        OptionalInt captures = OptionalInt.empty();
        int events = 500_000;
        int minutes = 15;
        boolean takesDumps = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--runs" -> runs = Integer.parseInt(after(arguments, i++));
                case "--captures" -> captures = OptionalInt.of(positive(after(arguments, i++)));
                case "--events" -> events = Integer.parseInt(after(arguments, i++));
                case "--minutes" -> minutes = positive(after(arguments, i++));
                case "--dump" -> takesDumps = true;
                default -> {
                    if (argument.startsWith("--")) {
                        throw new IllegalArgumentException("Unknown option " + argument);
                    }
                    if (takesDumps) {
                        dumps.add(Path.of(argument));
                    } else {
                        names.add(argument);
                    }
                }
            }
        }
        return new BenchOptions(List.copyOf(names), runs, captures, events, minutes, List.copyOf(dumps));
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text + " is not at least 1");
        }
        return number;
    }

    private static String after(List<String> arguments, int i) {
        if (i + 1 == arguments.size()) {
            throw new IllegalArgumentException(arguments.get(i) + " needs a value");
        }
        return arguments.get(i + 1);
    }
}
