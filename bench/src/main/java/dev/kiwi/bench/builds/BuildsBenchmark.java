package dev.kiwi.bench.builds;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.Latencies;
import dev.kiwi.query.gem.build.BuildCalculator;
import dev.kiwi.query.gem.build.BuildRequest;
import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The largest requests of {@code builds/calculate}: all 53,200 layouts, ranked with and without a target for light, and
 * written as JSON. There is no baseline but the bar.
 */
public final class BuildsBenchmark implements Benchmark {
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1_000;
    private static final double LIMIT_MILLIS = 50;
    private static final List<String> CLASSES = List.of("Bard", "Knight", "Lunar Lancer", "Solarion", "Ice Sage");
    /** Spread over what a character can have, so that cosmic layouts at every distance come first. */
    private static final int LEAST_LIGHT = 8_000;

    private static final int LIGHTS = 6_000;

    @Override
    public String name() {
        return "builds";
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        return List.of(
                figure("farm_p99", options.runs(), n -> 0),
                figure("farm_to_a_light_p99", options.runs(), n -> LEAST_LIGHT + n * 37 % LIGHTS));
    }

    private Figure figure(String figure, int runs, IntUnaryOperator light) {
        rank(WARM_UP, light);
        List<Double> times = new ArrayList<>();
        for (int turn = 0; turn < runs; turn++) {
            times.add(rank(REQUESTS, light));
            System.err.printf("  %s, turn %d: %.2f ms%n", figure, turn, times.getLast());
        }
        return Figure.of(name(), figure, new Samples(times), "ms", "limit", Samples.one(LIMIT_MILLIS));
    }

    /** @return the 99th percentile, in milliseconds */
    private static double rank(int requests, IntUnaryOperator light) {
        Latencies.Recorder times = new Latencies.Recorder();
        for (int n = 0; n < requests; n++) {
            BuildRequest request = new BuildRequest(
                    BuildType.FARM,
                    CLASSES.get(n % CLASSES.size()),
                    "Boomeranger",
                    "",
                    "boot_clown",
                    Set.of(),
                    3,
                    light.applyAsInt(n),
                    "SC:ca1a0b1b|cb0a1b1b1|ga0a0a0a|pb0b0a0");
            long begin = System.nanoTime();
            byte[] answer = JsonMapper.shared()
                    .writeValueAsBytes(BuildCalculator.ofFiles().best(request));
            times.add(System.nanoTime() - begin);
            if (answer.length == 0) {
                throw new IllegalStateException("No build was found");
            }
        }
        return times.latencies().millis(99);
    }
}
