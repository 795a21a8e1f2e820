package dev.kiwi.bench.leaderboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointReadsTest {
    private final PointReads reads = new PointReads(1_795_341_900L, List.of("1", "20"), List.of("Mira", "Tom+S"));

    @Test
    void everyBoardIsAskedPageByPageAndEveryPlayerOnce() {
        assertThat(reads.paths().get("entries_page"))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .contains("/v1/leaderboards/20/entries?created_at=1795341900&limit=100&offset=400");
        assertThat(reads.paths().get("player_profile"))
                .containsExactly("/v1/leaderboards/players/Mira/profile", "/v1/leaderboards/players/Tom+S/profile");
        assertThat(reads.paths().get("board_health"))
                .containsExactly("/v1/leaderboards/1/health", "/v1/leaderboards/20/health");
    }

    @Test
    void onlyTheChartOfADayIsAPointRead() {
        assertThat(reads.paths().get("board_chart_day")).allMatch(path -> path.endsWith("?days=1"));
        assertThat(reads.paths().values())
                .noneMatch(paths -> paths.contains(reads.yearCharts().getFirst()));
    }
}
