package dev.kiwi.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetPreviousCapture.PreviousCapture;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.fixture.Dumps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** leaderboards.md 7. */
class CompletenessGuardTest {
    /** Monday 2026-06-08 12:05 UTC, an hour after the reset. */
    private static final long ANCHOR = 1_780_920_300L;

    private @Nullable Long before = ANCHOR - 1800;
    private Map<Integer, Integer> entries =
            IntStream.rangeClosed(1, 25).boxed().collect(Collectors.toMap(i -> i, i -> 2));

    private Map<String, Object> settings = Map.of();

    private void check(int boards, int rows) {
        Queries queries = new Queries() {
            @Override
            public <R> Mono<R> ask(Object query, Class<R> resultType) {
                return Mono.just(resultType.cast(new PreviousCapture(before, entries)));
            }
        };
        new CompletenessGuard(queries, new ShippedSettings(settings))
                .check(ANCHOR, capture(boards, rows))
                .block();
    }

    private static ParsedCapture capture(int boards, int rows) {
        String triples = IntStream.rangeClosed(1, rows)
                .mapToObj(i -> i + ";p" + i + ";1")
                .collect(Collectors.joining("|"));
        String dump = IntStream.rangeClosed(1, boards)
                .mapToObj(uuid -> Dumps.board(uuid, "B" + uuid, triples))
                .collect(Collectors.joining());
        try {
            return LeaderBotParser.parse(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneMissingBoardIsLetPassAndTwoAreNot() {
        check(24, 2);
        assertThatThrownBy(() -> check(23, 2))
                .isInstanceOfSatisfying(
                        IncompleteCapture.class,
                        cut -> assertThat(cut.summary())
                                .containsEntry("skipped", true)
                                .containsEntry("missing_boards", List.of(24, 25))
                                .containsEntry("prev_boards", 25)
                                .containsEntry("cur_boards", 23));
    }

    @Test
    void aLargeBoardThatLostMoreThanHalfIsCutShort() {
        entries = new HashMap<>(entries);
        entries.put(3, 100);
        check(25, 50);
        assertThatThrownBy(() -> check(25, 49))
                .isInstanceOfSatisfying(
                        IncompleteCapture.class,
                        cut -> assertThat(cut.summary()).containsEntry("collapsed_boards", List.of(3)));
    }

    @Test
    void whereItIsSwitchedOffNothingIsRefused() {
        assertThatThrownBy(() -> check(1, 1)).isInstanceOf(IncompleteCapture.class);
        settings = Map.of("capture_completeness_enabled", false);
        check(1, 1);
    }

    @Test
    void howMuchMayBeMissingIsASetting() {
        settings = Map.of("capture_max_missing_boards", 2);
        check(23, 2);
        assertThatThrownBy(() -> check(22, 2)).isInstanceOf(IncompleteCapture.class);
        settings = Map.of("capture_max_missing_boards", 0);
        assertThatThrownBy(() -> check(24, 2)).isInstanceOf(IncompleteCapture.class);
        // A capture of 25 boards is no measure where 26 are asked for.
        settings = Map.of("capture_min_prev_boards", 26);
        check(1, 1);
    }

    @Test
    void collapsedBoardsAreASettingOfTheirOwn() {
        entries = new HashMap<>(entries);
        entries.put(3, 100);
        settings = Map.of("capture_collapse_frac", 0.0);
        check(25, 1);
        assertThatThrownBy(() -> check(23, 1)).isInstanceOf(IncompleteCapture.class);
        settings = Map.of("capture_collapse_frac", 0.9);
        check(25, 90);
        assertThatThrownBy(() -> check(25, 89)).isInstanceOf(IncompleteCapture.class);
    }

    @Test
    void whatIsNoMeasureRefusesNothing() {
        before = ANCHOR - 2 * 3600;
        check(1, 1); // a reset lies between
        before = null;
        check(1, 1);
        before = ANCHOR - 1800;
        entries = Map.of(1, 5, 2, 5, 3, 5);
        check(1, 1); // too small
    }
}
