package dev.kiwi.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.EntriesCursor;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetEntries.Comparison;
import dev.kiwi.api.leaderboard.GetEntries.EntryPage;
import dev.kiwi.web.dispatch.Queries;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import reactor.core.publisher.Mono;

/** leaderboards.md 3: 00:00 UTC is read as 11:00 of that date, before it is 11:00, on all pages. */
class MidnightPagesTest {
    private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");
    private static final long MIDNIGHT = NOW.getEpochSecond() - 9 * 3600;
    private static final long ELEVEN = MIDNIGHT + 11 * 3600;

    private final List<Object> asked = new ArrayList<>();
    private final List<String> paid = new ArrayList<>();

    private WebTestClient.ResponseSpec entries(String query) {
        Queries queries = new Queries() {
            @Override
            public <R> Mono<R> ask(Object question, Class<R> resultType) {
                asked.add(question);
                Comparison comparison = new Comparison(false, null, "no_prior_snapshot");
                return Mono.just(resultType.cast(new EntryPage(7, ELEVEN, List.of(), 0, 0, comparison, null)));
            }
        };
        AskedAnchor anchors = new AskedAnchor(
                (exchange, area) -> Mono.fromRunnable(() -> paid.add(area)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new ShippedSettings());
        return WebTestClient.bindToController(new LeaderboardController(queries, anchors))
                .controllerAdvice(new Refusals())
                .build()
                .get()
                .uri("/v1/leaderboards/7/entries?" + query)
                .exchange();
    }

    private static String next(long anchor) {
        return "cursor=" + new EntriesCursor(7, anchor, 3, 100).text();
    }

    @Test
    void theNextPageIsOfTheCaptureOfTheFirst() {
        entries("created_at=" + MIDNIGHT).expectStatus().isOk();
        entries(next(ELEVEN)).expectStatus().isOk();
        assertThat(asked).extracting(query -> ((GetEntries) query).anchor()).containsExactly(ELEVEN, ELEVEN);
        assertThat(paid).isEmpty();
    }

    @Test
    void aMomentAheadIsNoAnchorToAskForOneself() {
        entries("created_at=" + (ELEVEN + 60)).expectStatus().isBadRequest();
        entries("created_at=" + (ELEVEN + 86_400)).expectStatus().isBadRequest();
        assertThat(asked).isEmpty();
    }

    @Test
    void theAnchorOfThisMidnightsCaptureIsOneAlthoughItIsAhead() {
        entries("created_at=" + ELEVEN).expectStatus().isOk();
        assertThat(asked).isNotEmpty();
    }

    @Test
    void aPageOfAnOldCaptureIsPaidForByCursorToo() {
        entries(next(ELEVEN - 10 * 86_400)).expectStatus().isOk();
        assertThat(paid).containsExactly("leaderboards");
    }

    @RestControllerAdvice
    static final class Refusals {
        @ExceptionHandler
        ResponseEntity<Void> refused(Refusal refusal) {
            return ResponseEntity.status(refusal.code().status()).build();
        }
    }
}
