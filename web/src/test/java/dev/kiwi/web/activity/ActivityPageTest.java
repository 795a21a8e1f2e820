package dev.kiwi.web.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.activity.GameClass;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What links to the page of activity show (web.md D.8). */
@ExtendWith(WithKiwi.class)
class ActivityPageTest {
    private final RunningKiwi kiwi;

    ActivityPageTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    @ParameterizedTest
    @CsvSource({"1d,the last 24 hours", "1Y,the last year", "other,the last 7 days"})
    void aLinkToAPeriodNamesIt(String period, String words) {
        String html = page("/activity?period=" + period);

        assertThat(html).contains("<title>Trove players, " + words + " · Kiwi</title>");
        assertThat(html)
                .contains(
                        "<meta name=\"description\" content=\"Active Trove players, " + words + ":",
                        "/activity/og.png?period");
    }

    @Test
    void withoutAPeriodThePageHasItsOwnTitle() {
        assertThat(page("/activity")).contains("<title>How many people play Trove? · Kiwi</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activity/og.png?period=7d", "/status/og.png"})
    void picturesOfLinksAreTheMark(String path) {
        kiwi.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueEquals("Location", "/favicon.svg");
    }

    @Test
    void everyClassHasItsPicture() {
        assertThat(GameClass.all())
                .hasSize(18)
                .allSatisfy(played -> kiwi.client()
                        .get()
                        .uri(played.icon())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.IMAGE_PNG));
    }

    private String page(String path) {
        return Objects.requireNonNull(kiwi.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
