package dev.kiwi.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LinuxProcessTest {
    private static final String STAT =
            "42 (a (strange) name) S 1 42 42 0 -1 4194560 9000 0 12 0 250 50 1000 200 20 0 58 0 12345 0 0";

    @Test
    void processorTimeIsThatOfUserAndSystem() {
        assertThat(LinuxProcess.processorSeconds(STAT, false)).isEqualTo(3);
    }

    @Test
    void endedChildrenMayBeCounted() {
        assertThat(LinuxProcess.processorSeconds(STAT, true)).isEqualTo(15);
    }

    @Test
    void threadsAreRead() throws IOException {
        assertThat(LinuxProcess.threads("Name:\tjava\nThreads:\t58\nSigQ:\t0/1\n"))
                .isEqualTo(58);
        assertThatThrownBy(() -> LinuxProcess.threads("Name:\tjava\n")).isInstanceOf(IOException.class);
    }

    @Test
    void thisProcessHasSomeOfEach() throws IOException {
        LinuxProcess self = new LinuxProcess(ProcessHandle.current().pid());
        assertThat(self.threads()).isPositive();
        assertThat(self.descriptors()).isPositive();
        assertThat(self.processorSeconds(false)).isPositive();
    }
}
