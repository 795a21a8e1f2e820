package dev.kiwi.bench;

import dev.kiwi.bench.auth.AuthBenchmark;
import dev.kiwi.bench.builds.BuildsBenchmark;
import dev.kiwi.bench.cheaters.CheatersBenchmark;
import dev.kiwi.bench.commands.CommandsBenchmark;
import dev.kiwi.bench.idle.IdleBenchmark;
import dev.kiwi.bench.ingest.IngestBenchmark;
import dev.kiwi.bench.leaderboards.LeaderboardsBenchmark;
import dev.kiwi.bench.market.MarketBenchmark;
import dev.kiwi.bench.read.ReadBenchmark;
import dev.kiwi.bench.replay.ReplayBenchmark;
import dev.kiwi.bench.soak.SoakBenchmark;
import dev.kiwi.bench.startup.StartupBenchmark;
import dev.kiwi.bench.stream.StreamBenchmark;
import dev.kiwi.bench.usage.UsageBenchmark;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./kiwi bench [name...] [--runs N] [--captures N] [--events N] [--minutes N] [--dump FILE...]}. Without a name all
 * run, last the idle minutes and the soak: half an hour of the whole.
 */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new IngestBenchmark(),
            new CommandsBenchmark(),
            new ReadBenchmark(),
            new AuthBenchmark(),
            new ReplayBenchmark(),
            new UsageBenchmark(),
            new BuildsBenchmark(),
            new StreamBenchmark(),
            new CheatersBenchmark(),
            new MarketBenchmark(),
            new LeaderboardsBenchmark(),
            new StartupBenchmark(),
            new IdleBenchmark(),
            new SoakBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        BenchOptions options;
        List<Benchmark> chosen;
        try {
            options = BenchOptions.parse(List.of(arguments));
            chosen = chosen(options.names());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        List<Figure> figures = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            System.err.println("bench " + benchmark.name() + " ...");
            figures.addAll(benchmark.run(options));
        }
        Report.print(figures, System.out);
    }

    private static List<Benchmark> chosen(List<String> names) {
        List<String> known = ALL.stream().map(Benchmark::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no benchmark " + name + "; there are " + known);
            }
        }
        return ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }
}
