package dev.kiwi.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {
    @Test
    void theResidentSetIsReadInMegabytes() throws IOException {
        assertThat(ResidentMemory.megabytes("Name:\tjava\nVmPeak:\t 9 kB\nVmRSS:\t  500000 kB\nRssAnon:\t 1 kB\n"))
                .isEqualTo(512.0);
    }

    @Test
    void aKernelThreadHasNone() {
        assertThatThrownBy(() -> ResidentMemory.megabytes("Name:\tkthreadd\n")).isInstanceOf(IOException.class);
    }
}
