package dev.kiwi.query.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.GetClassActivitySeries;
import dev.kiwi.api.activity.GetClassActivitySeries.ClassActivitySeries;
import dev.kiwi.api.activity.GetCurrentClassActivity;
import dev.kiwi.api.activity.GetCurrentClassActivity.ClassShare;
import dev.kiwi.api.activity.GetCurrentClassActivity.CurrentClassActivity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** activity.md B. Thresholds: power rank 100, effort 10. */
class ClassActivityTest {
    private static final long HOUR = 3600;
    private static final long TUESDAY = 1_780_916_400 + 24 * HOUR;
    private static final int KNIGHT = 4000;
    private static final int GUNSLINGER = 4001;
    private final Activity activity = new Activity();

    @AfterEach
    void close() throws Exception {
        activity.close();
    }

    private CurrentClassActivity current() {
        return activity.classes.handle(new GetCurrentClassActivity());
    }

    private ClassActivitySeries series() {
        activity.now = TUESDAY + 5 * HOUR;
        return activity.classes.handle(new GetClassActivitySeries(ActivityPeriod.DAY));
    }

    @Test
    void withoutCapturesThereIsNothingToTell() {
        assertThat(current().windowEnd()).isNull();
        assertThat(current().totalActive()).isNull();
        assertThat(current().powerRankThreshold()).isZero();
        assertThat(current().classes()).isEmpty();
    }

    @Test
    void headsAreCountedWithoutARuleOfActivity() {
        activity.capture(
                TUESDAY,
                Activity.board(KNIGHT, "1;a;50|2;b;20|3;c;9|4;A;3")
                        + Activity.board(1000, "1;a;100|2;c;500")
                        + Activity.board(GUNSLINGER, "1;a;9"));
        CurrentClassActivity current = current();
        assertThat(current.classes())
                .containsExactly(
                        new ClassShare(0, "Knight", "/static/class-icons/knight.png", 3, 0.75, 1, 1.0, null, null),
                        new ClassShare(
                                1,
                                "Gunslinger",
                                "/static/class-icons/gunslinger.png",
                                1,
                                0.25,
                                null,
                                null,
                                null,
                                null));
        assertThat(current.totalActive()).isEqualTo(4);
        assertThat(current.totalActiveClean()).isEqualTo(1);
        assertThat(current.totalEffortAdded()).isNull();
        assertThat(current.windowStart()).isEqualTo(TUESDAY);
        assertThat(current.computedAt()).isEqualTo(TUESDAY + 5);
        assertThat(current.classes().stream().mapToDouble(ClassShare::share).sum())
                .isCloseTo(1, within(0.002));
    }

    @Test
    void effortIsAddedByThoseWhoWereThereBefore() {
        activity.capture(TUESDAY, Activity.board(KNIGHT, "1;a;50|2;b;20|3;c;9"));
        activity.capture(
                TUESDAY + HOUR,
                Activity.board(KNIGHT, "1;a;52.5|2;b;18|3;c;13|4;new;90") + Activity.board(1000, "1;a;100"));
        ClassShare knight = current().classes().getFirst();
        assertThat(knight.effortAdded()).isEqualTo(6);
        assertThat(knight.effortAddedClean()).isEqualTo(2);
        assertThat(current().totalEffortAddedClean()).isEqualTo(2);
    }

    @Test
    void thresholdsOfNowCountForTheHeads() {
        activity.capture(TUESDAY, Activity.board(KNIGHT, "1;a;50|2;b;0") + Activity.board(1000, "1;a;100"));
        assertThat(current().totalActiveClean()).isEqualTo(1);
        activity.powerRank = 0;
        activity.effort = 0;
        assertThat(current().totalActiveClean()).isEqualTo(2);
        assertThat(current().effortThreshold()).isZero();
        activity.effort = 51;
        assertThat(current().totalActiveClean()).isZero();
        assertThat(current().classes().getFirst().shareClean()).isZero();
    }

    @Test
    void noEffortIsAddedOverTheWeeklyReset() {
        long monday = 1_780_916_400;
        activity.capture(monday - 60, Activity.board(KNIGHT, "1;a;50"));
        activity.capture(monday + 60, Activity.board(KNIGHT, "1;a;60"));
        assertThat(current().classes().getFirst().effortAdded()).isNull();
        assertThat(current().totalActive()).isEqualTo(1);
        assertThat(activity.jdbc
                        .sql("select count(*) from activity.class_activity_estimate")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(activity.jdbc
                        .sql("select count(*) from activity.activity_estimate")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSeriesCountsRisesAndNewcomersAndZeroForAQuietClass() {
        activity.capture(TUESDAY, Activity.board(KNIGHT, "1;a;50|2;b;20|3;c;30") + Activity.board(GUNSLINGER, "1;a;9"));
        activity.capture(
                TUESDAY + HOUR,
                Activity.board(KNIGHT, "1;a;51|2;b;20|3;c;29|4;new;0")
                        + Activity.board(GUNSLINGER, "1;a;9")
                        + Activity.board(4002, "1;a;9")
                        + Activity.board(1000, "1;a;100|2;new;100"));
        ClassActivitySeries series = series();
        assertThat(series.buckets()).containsExactly(TUESDAY + HOUR);
        assertThat(series.classes()).hasSize(18);
        assertThat(series.classes().get(0).values()).containsExactly(2.0);
        assertThat(series.classes().get(0).valuesClean()).containsExactly(1.0);
        assertThat(series.classes().get(1).values()).containsExactly(0.0);
        assertThat(series.classes().get(1).valuesClean()).containsExactly((Double) null);
        assertThat(series.classes().get(2).values()).containsExactly((Double) null);
        assertThat(series.powerRankThreshold()).isEqualTo(100);
        assertThat(series.rows()).hasSize(18);
        assertThat(series.rows().getFirst().value()).isEqualTo(2.0);
    }

    @Test
    void changedThresholdsCountForHistoryOnceItIsProjectedAgain() {
        String early = Activity.board(KNIGHT, "1;a;50") + Activity.board(1000, "1;a;100");
        String late = Activity.board(KNIGHT, "1;a;51") + Activity.board(1000, "1;a;100");
        activity.capture(TUESDAY, early);
        activity.capture(TUESDAY + HOUR, late);
        activity.powerRank = 101;
        assertThat(series().classes().getFirst().valuesClean()).containsExactly(1.0);
        activity.reset();
        activity.capture(TUESDAY, early);
        activity.capture(TUESDAY + HOUR, late);
        assertThat(series().classes().getFirst().valuesClean()).containsExactly(0.0);
    }

    @Test
    void gapsAreLeftOut() {
        for (int hour : new int[] {0, 1, 2, 5}) {
            activity.capture(TUESDAY + hour * HOUR, Activity.board(KNIGHT, "1;a;" + (50 + hour)));
        }
        assertThat(series().buckets()).containsExactly(TUESDAY + HOUR, TUESDAY + 2 * HOUR);
    }
}
