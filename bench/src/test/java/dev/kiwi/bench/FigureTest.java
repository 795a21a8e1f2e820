package dev.kiwi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void theJsonLineHasTheContractsKeysInTheirOrder() {
        Figure figure =
                Figure.of("ingest", "post_to_served", Samples.one(1.1), "s", "copy_unindexed", Samples.one(0.8));
        assertThat(figure.json())
                .isEqualTo("{\"bench\":\"ingest\",\"figure\":\"post_to_served\",\"value\":1.1,\"unit\":\"s\","
                        + "\"baseline\":\"copy_unindexed\",\"baseline_value\":0.8,\"ratio\":1.375}");
    }

    @Test
    void theMedianOfFiveIsTheThirdAndTheSpreadIsShown() {
        Samples samples = new Samples(List.of(5.0, 1.0, 2.0, 9.0, 3.0));
        assertThat(samples.median()).isEqualTo(3.0);
        assertThat(samples.spread()).isEqualTo("1.000..9.000 (n=5)");
        assertThat(new Samples(List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }

    @Test
    void optionsNameWhatIsNotUnderstood() {
        BenchOptions options = BenchOptions.parse(List.of(
                "ingest",
                "--runs",
                "3",
                "--events",
                "9",
                "--minutes",
                "2",
                "--captures",
                "720",
                "--dump",
                "a.cfg",
                "b.cfg"));
        assertThat(options.names()).containsExactly("ingest");
        assertThat(options.runs()).isEqualTo(3);
        assertThat(options.events()).isEqualTo(9);
        assertThat(options.minutes()).isEqualTo(2);
        assertThat(options.captures()).hasValue(720);
        assertThat(BenchOptions.parse(List.of()).captures()).isEmpty();
        assertThat(options.dumps()).hasSize(2);
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--rnus", "3"))).hasMessageContaining("--rnus");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--minutes", "0"))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--captures", "0"))).hasMessageContaining("at least 1");
    }
}
