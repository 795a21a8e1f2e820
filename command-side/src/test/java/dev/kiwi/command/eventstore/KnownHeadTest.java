package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownHeadTest {
    private final KnownHead head = new KnownHead();

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(head.isAt(0)).isFalse();
    }

    @Test
    void aReadThatFoundNothingNeedsNoSecondOneUntilSomethingArrives() {
        head.reached(5, head.arrivals());
        assertThat(head.isAt(5)).isTrue();
        assertThat(head.isAt(4)).isFalse();
        head.arrived();
        assertThat(head.isAt(5)).isFalse();
    }

    @Test
    void whatArrivesDuringAReadThatFoundNothingIsLookedFor() {
        long before = head.arrivals();
        head.arrived();
        head.reached(5, before);
        assertThat(head.isAt(5)).isFalse();
    }

    @Test
    void theNodesOwnCommitIsTheEndOfTheStore() {
        head.reached(5, head.arrivals());
        head.committed(7, head.arrivals());
        assertThat(head.isAt(5)).isFalse();
        assertThat(head.isAt(7)).isTrue();
    }

    @Test
    void aCommitOfAnotherNodeMeanwhileMakesTheEndUnknown() {
        long before = head.arrivals();
        head.arrived();
        head.committed(7, before);
        assertThat(head.isAt(7)).isFalse();
    }

    @Test
    void anOldReadThatReportsLateHidesNoCommit() {
        long before = head.arrivals();
        head.committed(7, before);
        head.reached(5, before);
        assertThat(head.isAt(5)).isFalse();
    }
}
