package dev.kiwi.projection.activity;

import dev.kiwi.api.kernel.Decimals;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** Writes and removes what is known of one window. */
final class WindowTables {
    /** How long the sets of players are kept: a week and a day. */
    private static final long KEPT = 8 * 86_400L;

    private final ReadModel model;

    WindowTables(ReadModel model) {
        this.model = model;
    }

    /** @param hours its length; two decimals are stored */
    record Window(long start, long end, double hours, long computedAt) {}

    void remove(long end) {
        model.change("delete from activity_estimate where window_end = ?", end);
        model.change("delete from activity_active where window_end = ?", end);
        model.change("delete from class_activity_estimate where window_end = ?", end);
    }

    /** @param newest newest capture; the players of windows long before it are not kept */
    void write(Window window, ActivePlayers active, long newest) {
        model.jdbc()
                .sql("""
                        insert into activity_estimate
                            (window_end, window_start, duration_hours, estimate, boards, board_active, computed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        window.end(),
                        window.start(),
                        Decimals.round(window.hours(), 2),
                        active.players().cardinality(),
                        active.byBoard().keySet().toArray(Integer[]::new),
                        active.byBoard().values().toArray(Integer[]::new),
                        window.computedAt())
                .update();
        if (window.end() >= newest - KEPT) {
            model.jdbc()
                    .sql("insert into activity_active (window_end, players) values (?, ?)")
                    .params(window.end(), packed(active.players()))
                    .update();
        }
        model.change("delete from activity_active where window_end < ?", newest - KEPT);
    }

    void write(Window window, ClassCounts counts) {
        model.jdbc()
                .sql("""
                        insert into class_activity_estimate
                            (window_end, window_start, duration_hours, estimates, estimates_clean, computed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        window.end(),
                        window.start(),
                        Decimals.round(window.hours(), 2),
                        counts.estimates(),
                        counts.clean(),
                        window.computedAt())
                .update();
    }

    private static byte[] packed(BitSet players) {
        RoaringBitmap bitmap = BitSetUtil.bitmapOf(players);
        bitmap.runOptimize();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(bitmap.serializedSizeInBytes());
        try {
            bitmap.serialize(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
