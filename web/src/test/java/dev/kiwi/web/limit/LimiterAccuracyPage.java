package dev.kiwi.web.limit;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of docs/limits.md. */
final class LimiterAccuracyPage {
    private LimiterAccuracyPage() {}

    /** @param cells by limit, window in seconds and pattern, as text that sorts */
    static String of(Map<String, LimiterAccuracyTest.Cell> cells) {
        String patterns = Stream.of(Pattern.values())
                .map(pattern -> "- *" + pattern + "*: " + pattern.words() + "\n")
                .collect(Collectors.joining());
        return HEAD.formatted(patterns)
                + cells.entrySet().stream()
                        .map(cell -> row(cell.getKey().split(" "), cell.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String[] key, LimiterAccuracyTest.Cell cell) {
        int limit = Integer.parseInt(key[0]);
        return "| %d in %d s | %s | %d | %d | %d | %d | %d | %d |\n"
                .formatted(
                        limit,
                        Integer.parseInt(key[1]),
                        key[2],
                        cell.offered(),
                        cell.exact(),
                        cell.passedByNodes().get(1),
                        cell.passedByNodes().get(2),
                        cell.mostByNodes().get(1),
                        cell.mostByNodes().get(2));
    }

    private static final String HEAD = """
            # How exact the limits are

            A limit is a sliding window: in any window at most the limit passes, over all nodes, and everything that an exact window lets pass does. **Allowed error: 0 requests**, while Redis answers and the nodes have one clock. The exceptions, with their bounds, are in the note of the package `dev.kiwi.web.limit`: clocks that differ by *d* shorten or stretch a window by *d* at the most (`LimiterAccuracyTest.clocksThatDiffer…`), and while Redis is away each node counts alone (`RedisOutageTest`).

            `LimiterAccuracyTest` sends each pattern for four windows to a real Redis, by one node and round two of them, each with its own connection, what comes at one instant 64 at a time; the clock is the test's. It fails when one request more or less passes than an exact window lets pass, and keeps this page (`-Dwrite=true`).

            %s
            Parallel callers: `SlidingWindowTest.exactlyTheLimitPassesUnder64ParallelCallers`, both stores against the specification at random: `SlidingWindowTest.bothStoresAnswerLikeTheSpecification`. Two whole API nodes under 64 HTTP clients: `scripts/cluster-check`, which fails unless exactly the limit is answered with 200.

            | limit | pattern | requests | exact window | passed, 1 node | passed, 2 nodes | most in a window, 1 node | most in a window, 2 nodes |
            |---|---|---|---|---|---|---|---|
            """;
}
