package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.Requests;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same reads of a Kiwi with all captures and of one with a day of them, in turns with an empty endpoint. No answer
 * is one that was kept: each is made.
 */
final class DepthReads {
    private static final String BENCH = "leaderboards";
    private static final int WARM_UPS = 2;
    /** Few, so that a time is that of the work and not of a queue. */
    private static final int CONNECTIONS = 4;

    private static final double SERIES_MILLIS_ALLOWED = 10;
    private static final List<String> PERIODS = List.of("1d", "7d", "1m", "3m", "6m", "1y", "all");

    private final Asked empty;
    private final Asked charts;
    private final Asked series;
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String figure, Asked shallow, Asked deep) {}

    /** @param annex of the deep one */
    DepthReads(Depth deep, Depth shallow, URI annex) {
        this.empty = new Asked("empty", annex, CONNECTIONS, Requests.get(annex, "/empty"));
        this.charts = deep.asked("board_chart_year", deep.reads().yearCharts());
        List<String> periods = PERIODS.stream()
                .map(period -> "/v1/activity/series?period=" + period)
                .toList();
        this.series =
                new Asked("activity_series", deep.server(), 1, Requests.fresh(deep.server(), periods, List.of("")));
        Map<String, List<String>> few = shallow.reads().paths();
        deep.reads()
                .paths()
                .forEach((figure, paths) -> pairs.add(new Pair(
                        figure,
                        shallow.asked(figure + " (a day)", few.getOrDefault(figure, List.of())),
                        deep.asked(figure, paths))));
    }

    /** One Kiwi, and what is asked of it. @param tokens one for each connection */
    record Depth(URI server, List<String> tokens, PointReads reads) {
        static final int TOKENS = CONNECTIONS;

        Asked asked(String name, List<String> paths) {
            return new Asked(name, server, CONNECTIONS, Requests.fresh(server, paths, tokens));
        }
    }

    List<Figure> measure(BenchOptions options) throws IOException {
        for (int i = 0; i < WARM_UPS + options.runs(); i++) {
            boolean counts = i >= WARM_UPS;
            System.err.println("  turn " + i);
            empty.ask(counts);
            for (Pair pair : pairs) {
                pair.shallow().ask(counts);
                pair.deep().ask(counts);
            }
            charts.ask(counts);
            series.ask(counts);
        }
        List<Figure> figures = new ArrayList<>();
        for (Pair pair : pairs) {
            figures.addAll(besideEmpty(pair.figure(), pair.deep()));
            figures.add(Figure.of(
                    BENCH,
                    pair.figure() + "_p50_by_depth",
                    pair.deep().millis(50),
                    "ms",
                    "p50_at_a_day",
                    pair.shallow().millis(50)));
        }
        figures.addAll(besideEmpty("board_chart_year", charts));
        figures.add(Figure.of(
                BENCH, "activity_series_p99", series.millis(99), "ms", "limit", Samples.one(SERIES_MILLIS_ALLOWED)));
        return figures;
    }

    private List<Figure> besideEmpty(String figure, Asked asked) {
        return List.of(
                Figure.of(BENCH, figure + "_p50", asked.millis(50), "ms", "empty_endpoint", empty.millis(50)),
                Figure.of(BENCH, figure + "_p99", asked.millis(99), "ms", "empty_endpoint", empty.millis(99)));
    }
}
