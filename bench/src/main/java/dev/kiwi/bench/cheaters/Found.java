package dev.kiwi.bench.cheaters;

import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.web.demo.Plants;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How many of the planted cheaters the report is sure of. Common hours alone are never sure (leaderboards.md 16.8b), so
 * those are not counted.
 */
record Found(int sure, int planted) {
    private static final double SURE = 0.9;

    static Found in(KiwiClient client, List<Plants.Truth> truth, long anchor) throws IOException {
        JsonNode report = client.get("/v1/leaderboards/cheaters").expect(200);
        if (report.path("anchor").asLong() != anchor) {
            throw new IOException("The report is of another capture: " + report.path("anchor"));
        }
        List<Plants.Truth> countable = truth.stream()
                .filter(plant -> plant.kind() != Plants.Kind.SCHEDULE)
                .toList();
        List<Plants.Truth> missed =
                countable.stream().filter(plant -> !isSure(report, plant)).toList();
        if (!missed.isEmpty()) {
            System.err.println("  not found: " + missed);
        }
        return new Found(countable.size() - missed.size(), countable.size());
    }

    private static boolean isSure(JsonNode report, Plants.Truth plant) {
        boolean player = report.path("players")
                .valueStream()
                .anyMatch(flagged -> isSure(flagged)
                        && plant.members().contains(flagged.path("player_name").asString()));
        return plant.members().size() == 1
                ? player
                : report.path("clusters")
                        .valueStream()
                        .anyMatch(cluster -> isSure(cluster)
                                && cluster.path("members")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.toSet())
                                        .containsAll(plant.members()));
    }

    private static boolean isSure(JsonNode found) {
        return found.path("confidence").asDouble() >= SURE;
    }
}
