package dev.kiwi.bench.layout;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** One way to store captures. */
interface Layout {
    String name();

    /** Its tables are named {@code <prefix>_...}. */
    default String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    void create(Connection connection) throws SQLException;

    /** Loads one capture and leaves the commit to the caller. @param ids player id of each name */
    void load(Connection connection, ParsedCapture capture, int[] ids, long anchor) throws SQLException, IOException;
}
