package dev.kiwi.api.status;

import static dev.kiwi.api.status.Verdict.DOWN;
import static dev.kiwi.api.status.Verdict.MAINTENANCE;
import static dev.kiwi.api.status.Verdict.ONLINE;
import static dev.kiwi.api.status.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void aServerStandsAsItsGatewayAndItsPortDo() {
        assertThat(Verdict.of(true, true)).isEqualTo(ONLINE);
        assertThat(Verdict.of(true, false)).isEqualTo(MAINTENANCE);
        assertThat(Verdict.of(false, true)).isEqualTo(DOWN);
        assertThat(Verdict.of(false, false)).isEqualTo(DOWN);
    }

    @Test
    void theWholeIsWhatAllAreAndAnyMixIsMaintenance() {
        assertThat(Verdict.overall(List.of())).isEqualTo(UNKNOWN);
        assertThat(Verdict.overall(List.of(UNKNOWN, UNKNOWN))).isEqualTo(UNKNOWN);
        assertThat(Verdict.overall(List.of(ONLINE, ONLINE))).isEqualTo(ONLINE);
        assertThat(Verdict.overall(List.of(DOWN, DOWN))).isEqualTo(DOWN);
        assertThat(Verdict.overall(List.of(MAINTENANCE, MAINTENANCE))).isEqualTo(MAINTENANCE);
        assertThat(Verdict.overall(List.of(ONLINE, DOWN))).isEqualTo(MAINTENANCE);
        assertThat(Verdict.overall(List.of(ONLINE, MAINTENANCE))).isEqualTo(MAINTENANCE);
        assertThat(Verdict.overall(List.of(UNKNOWN, ONLINE))).isEqualTo(ONLINE);
    }
}
