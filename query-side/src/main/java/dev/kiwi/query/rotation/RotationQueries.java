package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.CalendarType;
import dev.kiwi.api.rotation.ChaosChest;
import dev.kiwi.api.rotation.ComputeRotation;
import dev.kiwi.api.rotation.ComputeRotation.Computed;
import dev.kiwi.api.rotation.GetCalendar;
import dev.kiwi.api.rotation.GetCalendar.CalendarEvents;
import dev.kiwi.api.rotation.GetChallenge;
import dev.kiwi.api.rotation.GetChallenge.CurrentChallenge;
import dev.kiwi.api.rotation.GetChaosChest;
import dev.kiwi.api.rotation.GetLuxion;
import dev.kiwi.api.rotation.Luxion;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;

/** Answers for a moment: calculated ones without a look at a store, captured ones with one or two. */
@QueryComponent
final class RotationQueries {
    private final CaptureRows rows;
    private final CapturedMoments captured;

    RotationQueries(DataSource dataSource) {
        this.rows = new CaptureRows(dataSource);
        this.captured = new CapturedMoments(rows);
    }

    @QueryHandler
    Computed compute(ComputeRotation query) {
        return Calculations.get().compute(query.rotation(), query.at());
    }

    @QueryHandler
    CalendarEvents calendar(GetCalendar query) {
        CalendarRows calendar = new CalendarRows(
                Calculations.get(),
                query.types().contains(CalendarType.LUXION) ? rows.luxionRuns() : List.of(),
                query.types().contains(CalendarType.CHAOS_CHEST) ? rows.chests() : Map.of());
        return new CalendarEvents(calendar.overlapping(query.time(), query.types()));
    }

    @QueryHandler
    ChaosChest chaosChest(GetChaosChest query) {
        return captured.chaosChest(query.at());
    }

    @QueryHandler
    CurrentChallenge challenge(GetChallenge query) {
        return captured.challenge(query.at());
    }

    @QueryHandler
    Luxion luxion(GetLuxion query) {
        return captured.luxion(query.at());
    }
}
