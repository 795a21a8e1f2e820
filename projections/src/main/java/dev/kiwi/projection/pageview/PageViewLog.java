package dev.kiwi.projection.pageview;

import dev.kiwi.api.pageview.RecordedView;
import dev.kiwi.projection.telemetry.LogDefinition;
import dev.kiwi.projection.telemetry.LogDefinition.Column;
import dev.kiwi.projection.telemetry.LogDefinition.Key;
import dev.kiwi.projection.telemetry.LogProjection;
import java.util.List;

/** {@code telemetry.page_view_batch}, as records {@code telemetry.page_view}, and its aggregate {@code telemetry.page_visit}. */
public final class PageViewLog {
    public static final LogDefinition<RecordedView> LOG = new LogDefinition<>(
            "page_view",
            "page_view_batch",
            RecordedView::at,
            List.of(new Key<>("route", RecordedView::route), new Key<>("path", RecordedView::path)),
            List.of(new Column<>("visitor_hash", "text", RecordedView::visitorHash)));

    public static final LogProjection BY_DAY = new LogProjection(
            "page_view",
            "telemetry.page_view_batch",
            "telemetry.page_visit",
            """
            insert into telemetry.page_visit as known (day, path, visitor_hash, views)
            select (created_at at time zone 'UTC')::date as day, path, visitor_hash, count(*)
            from telemetry.page_view where flush > :after and flush <= :upto
            group by day, path, visitor_hash
            on conflict (day, path, visitor_hash) do update set views = known.views + excluded.views""",
            "delete from telemetry.page_visit where day < (:day at time zone 'UTC')::date");

    private PageViewLog() {}
}
