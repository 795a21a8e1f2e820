package dev.kiwi.projection.trove;

import dev.kiwi.api.misc.SupporterEvent.SupporterAdded;
import dev.kiwi.api.misc.SupporterEvent.SupporterRemoved;
import dev.kiwi.api.misc.SupporterEvent.SupportersReplaced;
import dev.kiwi.api.misc.SupporterKey;
import dev.kiwi.api.rotation.RotationEvent.ChallengeCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestRelayed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekConfirmed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekRecorded;
import dev.kiwi.api.rotation.RotationEvent.LuxionRunStarted;
import dev.kiwi.api.rotation.RotationEvent.LuxionSeen;
import dev.kiwi.projection.machinery.ReadModel;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Fills the tables of {@code trove}. */
public final class TroveProjector {
    private final ReadModel model;

    public TroveProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(ChaosChestCaptured event) {
        model.change(
                "insert into chaos_chest (week_anchor, name, captured_at) values (?, ?, ?)"
                        + " on conflict (week_anchor) do update"
                        + " set name = excluded.name, captured_at = excluded.captured_at",
                event.weekAnchor(),
                event.name(),
                event.capturedAt().getEpochSecond());
    }

    @EventHandler
    void on(ChaosChestRelayed event) {
        model.change(
                "insert into chaos_relay (fetched_at, name, identifier, blueprint, starts_at, ends_at)"
                        + " values (?, ?, ?, ?, cast(? as bigint), cast(? as bigint))"
                        + " on conflict (fetched_at) do update set name = excluded.name,"
                        + " identifier = excluded.identifier, blueprint = excluded.blueprint,"
                        + " starts_at = excluded.starts_at, ends_at = excluded.ends_at",
                event.fetchedAt().getEpochSecond(),
                event.name(),
                event.identifier(),
                event.blueprint(),
                event.startsAt(),
                event.endsAt());
    }

    @EventHandler
    void on(ChallengeCaptured event) {
        model.change(
                "insert into challenge (window_anchor, ends_at, friday, name, captured_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (window_anchor) do update"
                        + " set name = excluded.name, captured_at = excluded.captured_at",
                event.windowAnchor(),
                event.endsAt(),
                event.friday(),
                event.name(),
                event.capturedAt().getEpochSecond());
    }

    @EventHandler
    void on(LuxionRunStarted event) {
        long seen = event.seenAt().getEpochSecond();
        model.change(
                "insert into luxion_run (day_anchor, first_seen_at, last_seen_at) values (?, ?, ?)",
                event.dayAnchor(),
                seen,
                seen);
    }

    @EventHandler
    void on(LuxionSeen event) {
        model.change(
                "update luxion_run set last_seen_at = ? where day_anchor = ?",
                event.seenAt().getEpochSecond(),
                event.dayAnchor());
    }

    /** Weeks without depths were recorded once; they are none. */
    @EventHandler
    void on(DelveWeekRecorded event) {
        if (event.count() == 0) {
            return;
        }
        model.change(
                "insert into delve_week (week, total, count, packed, fetched_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (week) do update set total = excluded.total, count = excluded.count,"
                        + " packed = excluded.packed, fetched_at = excluded.fetched_at",
                event.week(),
                event.total(),
                event.count(),
                event.packed(),
                event.fetchedAt().getEpochSecond());
    }

    @EventHandler
    void on(DelveWeekConfirmed event) {
        model.change(
                "update delve_week set fetched_at = ? where week = ?",
                event.fetchedAt().getEpochSecond(),
                event.week());
    }

    @EventHandler
    void on(SupporterAdded event, TrackingToken token) {
        add(event.name(), place(token, 0), event.addedBy(), event.addedAt());
    }

    @EventHandler
    void on(SupporterRemoved event) {
        model.change("delete from supporter where name = ?", event.name());
    }

    @EventHandler
    void on(SupportersReplaced event, TrackingToken token) {
        model.change("delete from supporter");
        for (int i = 0; i < event.names().size(); i++) {
            add(event.names().get(i), place(token, i), event.addedBy(), event.replacedAt());
        }
    }

    private void add(String name, long place, @Nullable String by, Instant at) {
        model.change(
                "insert into supporter (name, place, added_by, created_at) values (?, ?, ?, ?)",
                name,
                place,
                by,
                at.getEpochSecond());
    }

    // Events come in the order of their positions, and no list is longer than this.
    private static long place(TrackingToken token, int index) {
        return token.position().orElseThrow() * SupporterKey.LONGEST_LIST + index;
    }
}
