package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What an operator has to see to; the Prometheus rules say the same of the same limits. */
enum Alarm {
    FAILED(
            Standing::failed,
            (name, _) ->
                    "Failed: there is no live version that fits the code; read last_error in GET /admin/projections/%s, mend it, then ./kiwi replay %s."
                            .formatted(name, name)),
    STALLED(
            Standing::stalled,
            (name, standing) ->
                    "Stalled: %d events wait for %d s; read last_error in GET /admin/projections/%s, mend it, and it goes on by itself."
                            .formatted(standing.lag(), standing.age().toSeconds(), name)),
    SILENT(
            standing -> standing.silence().compareTo(Limits.SILENCE) > 0,
            (_, standing) ->
                    "No heartbeat for %d s: no living node is at work on all of its segments; start one with --role all or projector."
                            .formatted(standing.silence().toSeconds())),
    BEHIND(
            standing -> standing.lag() > Limits.LAG,
            (_, standing) ->
                    "Behind by %d events, its answers are old: let it catch up; when the lag does not fall, see to CPU and Postgres."
                            .formatted(standing.lag())),
    DEAD_LETTERS(
            standing -> standing.filling().letters() > 0,
            (name, standing) ->
                    "%d events are parked as dead letters: read why in GET /admin/projections/%s/dead-letters, mend it, then retry them there or ./kiwi replay %s."
                            .formatted(standing.filling().letters(), name, name)),
    DEAD_LETTERS_NEARLY_FULL(
            standing -> standing.filling().ratio() >= Limits.NEARLY_FULL,
            (_, standing) ->
                    "The dead letters are nearly full (%d of %d sequences, %d of %d letters in one), and it stops when they are: retry or evict some now."
                            .formatted(
                                    standing.filling().sequences(),
                                    LetterQueues.MAX_SEQUENCES,
                                    standing.filling().longest(),
                                    LetterQueues.MAX_SEQUENCE_SIZE));

    private final Predicate<Standing> rings;
    private final BiFunction<String, Standing, String> sentence;

    Alarm(Predicate<Standing> rings, BiFunction<String, Standing, String> sentence) {
        this.rings = rings;
        this.sentence = sentence;
    }

    /** Constants of the enum itself are not there yet when its instances are made. */
    private static final class Limits {
        static final Duration SILENCE = Duration.ofSeconds(30);
        static final long LAG = 10_000;
        static final double NEARLY_FULL = 0.8;
    }

    static List<Alarm> of(Standing standing) {
        return Arrays.stream(values())
                .filter(alarm -> alarm.rings.test(standing))
                .toList();
    }

    /** Says what is wrong and what to do. */
    String sentence(String projection, Standing standing) {
        return sentence.apply(projection, standing);
    }
}
