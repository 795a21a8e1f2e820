package dev.kiwi.web.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.SomeProjections;
import dev.kiwi.web.pending.OpenQueue.Waiting;
import org.junit.jupiter.api.Test;

class DeadLetterQueueTest {
    @Test
    void countsTheLettersOfEachProjection() {
        SomeProjections projections = new SomeProjections();
        projections.letters.put("token", 3L);
        assertThat(new DeadLetterQueue(projections).waiting())
                .containsExactlyInAnyOrder(new Waiting("token", 3), new Waiting("leaderboards", 0));
    }
}
