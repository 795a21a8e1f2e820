package dev.kiwi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreTheSmallestTimeThatEnoughRequestsDidNotExceed() {
        Latencies.Recorder recorder = new Latencies.Recorder();
        for (int millis = 10_000; millis >= 1; millis--) {
            recorder.add(millis * 1_000_000L);
        }
        Latencies latencies = recorder.latencies();
        assertThat(latencies.count()).isEqualTo(10_000);
        assertThat(latencies.millis(50)).isEqualTo(5_000);
        assertThat(latencies.millis(99)).isEqualTo(9_900);
        assertThat(latencies.millis(99.9)).isEqualTo(9_990);
        assertThat(latencies.millis(100)).isEqualTo(10_000);
    }

    @Test
    void oneTimeIsEveryPercentileAndNoneIsNoNumber() {
        Latencies.Recorder recorder = new Latencies.Recorder();
        assertThat(recorder.latencies().millis(50)).isNaN();
        recorder.add(7_000_000);
        assertThat(recorder.latencies().millis(0)).isEqualTo(7);
        assertThat(recorder.latencies().millis(99.9)).isEqualTo(7);
    }
}
