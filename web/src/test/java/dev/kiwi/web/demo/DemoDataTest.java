package dev.kiwi.web.demo;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKiwi.class)
class DemoDataTest {
    private static final Duration HISTORY = Duration.ofHours(2);

    private final RunningKiwi kiwi;

    DemoDataTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    @Test
    void isServedAndFiledOnce() throws Exception {
        DemoData demo = kiwi.part(DemoData.class);
        List<String> told = new ArrayList<>();
        assertThat(demo.load(HISTORY, (filed, all) -> told.add(filed + "/" + all)))
                .isEqualTo(2);
        assertThat(told).containsExactly("1/2", "2/2");

        String token = kiwi.token(kiwi.superuser());
        await().until(() -> json(kiwi.with(token).get().uri("/v1/leaderboards/timestamps"))
                        .path("count")
                        .asInt()
                >= 2);
        assertThat(demo.load(HISTORY, (filed, all) -> told.add("again")))
                .as("what is there is left alone")
                .isZero();
        assertThat(told).hasSize(2);
    }
}
