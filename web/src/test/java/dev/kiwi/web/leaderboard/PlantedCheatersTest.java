package dev.kiwi.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.CheaterReport.Cluster;
import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import dev.kiwi.api.leaderboard.CheaterReport.FlaggedPlayer;
import dev.kiwi.projection.leaderboard.cheater.CheaterAnalysis;
import dev.kiwi.web.demo.DumpGenerator;
import dev.kiwi.web.demo.Plants.Kind;
import dev.kiwi.web.demo.Plants.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** leaderboards.md 16 with the settings as they are shipped: planted cheaters are found, honest players left alone. */
class PlantedCheatersTest {
    /** Monday 2026-06-08, five minutes after the weekly reset. */
    private static final long MONDAY = 1_780_916_700L;

    private static final int BOARDS = 28;
    private static final int ENTRIES = 1_200;
    private static final int HOURS = 60;
    private static final double SURE = 0.9;

    private static CheaterReport report(DumpGenerator generator) {
        GeneratedWeek week = GeneratedWeek.of(generator, HOURS);
        return CheaterAnalysis.report(ShippedSettings.cheaters(), week.newest(), week, MONDAY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatIsPlanted(long seed) {
        DumpGenerator generator = new DumpGenerator(BOARDS, ENTRIES, seed, MONDAY, seed + 70);
        CheaterReport report = report(generator);
        assertThat(generator.truth()).extracting(Truth::kind).contains(Kind.values());
        for (Truth truth : generator.truth()) {
            switch (truth.kind()) {
                case SOLO -> findsAlone(report, truth, "velocity_outlier");
                case UPTIME -> findsAlone(report, truth, "sustained_velocity");
                case LOCKSTEP -> findsTogether(report, truth, "co_movement", SURE);
                case BOTH -> findsTogether(report, truth, "both", SURE);
                case STEM -> findsTogether(report, truth, "name_stem", SURE);
                // Common hours alone are never sure: their ceiling is 0.85.
                case SCHEDULE -> findsTogether(report, truth, "schedule", 0.8);
            }
        }
    }

    @Test
    void flagsNobodySurelyAmongHonestPlayers() {
        CheaterReport report = report(new DumpGenerator(BOARDS, ENTRIES, 4, MONDAY));
        assertThat(report.boardsAnalyzed()).isGreaterThan(20);
        assertThat(report.players()).allMatch(player -> player.confidence() < SURE);
        assertThat(report.clusters()).allMatch(cluster -> cluster.confidence() < SURE);
    }

    private static void findsAlone(CheaterReport report, Truth truth, String type) {
        FlaggedPlayer player = report.players().stream()
                .filter(flagged -> flagged.playerName().equals(truth.members().getFirst()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(truth + " is not flagged"));
        assertThat(player.confidence()).as("%s", truth).isGreaterThanOrEqualTo(SURE);
        List<Evidence> evidence = player.leaderboards().stream()
                .flatMap(board -> board.evidence().stream())
                .filter(each -> each.type().equals(type))
                .toList();
        assertThat(evidence).as("%s", truth).isNotEmpty().allSatisfy(each -> {
            assertThat(each.summary()).containsPattern("[0-9]");
            assertThat(each.measurements()).isNotEmpty();
        });
    }

    private static void findsTogether(CheaterReport report, Truth truth, String method, double confidence) {
        Cluster cluster = report.clusters().stream()
                .filter(found -> found.members().containsAll(truth.members()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(truth + " is not a cluster"));
        assertThat(cluster.method()).as("%s", truth).isEqualTo(method);
        assertThat(cluster.memberCount())
                .as("%s", truth)
                .isEqualTo(truth.members().size());
        assertThat(cluster.confidence()).as("%s", truth).isGreaterThanOrEqualTo(confidence);
    }
}
