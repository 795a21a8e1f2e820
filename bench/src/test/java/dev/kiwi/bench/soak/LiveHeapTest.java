package dev.kiwi.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
    @Test
    void aHistogramIsReadByClass() throws IOException {
        LiveHeap heap = LiveHeap.of("""
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         50000        3000000  [B (java.base@25)
                   2:         40000         960000  java.lang.String (java.base@25)
                   3:            10          20000  org.example.Twice
                   4:             5          20000  org.example.Twice
                Total         90015        4000000
                """);
        assertThat(heap.bytes()).hasSize(3).containsEntry("[B", 3_000_000L).containsEntry("org.example.Twice", 40_000L);
        assertThat(heap.megabytes()).isEqualTo(4);
    }

    @Test
    void growthIsTheLargestFirst() {
        LiveHeap before = new LiveHeap(Map.of("a", 1_000_000L, "b", 5_000_000L, "c", 7L));
        LiveHeap after = new LiveHeap(Map.of("a", 3_000_000L, "b", 4_000_000L, "d", 3_500_000L));
        assertThat(after.growthSince(before, 9)).containsExactly("+3.50 MB d", "+2.00 MB a");
        assertThat(after.growthSince(before, 1)).containsExactly("+3.50 MB d");
    }

    @Test
    void whatIsNoHistogramIsRefused() {
        assertThatThrownBy(() -> LiveHeap.of("No such process")).isInstanceOf(IOException.class);
    }
}
