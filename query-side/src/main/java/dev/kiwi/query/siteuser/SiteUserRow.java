package dev.kiwi.query.siteuser;

import dev.kiwi.api.siteuser.BestScore;
import dev.kiwi.api.siteuser.SiteUserHoldings;
import dev.kiwi.api.siteuser.SiteUserView;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code site_user.site_user}, under the name {@code u}. */
final class SiteUserRow {
    static final String SELECT = """
            select u.id, u.username, u.display_name, u.discord_id, u.discord_handle, u.discord_avatar, u.is_active,
                u.trove_name, u.trove_display, u.claimed_at, u.claim_verified_at, u.claim_boards,
                u.created_at, u.last_login_at
            from site_user.site_user u
            """;

    private SiteUserRow() {}

    static SiteUserView read(ResultSet row) throws SQLException {
        return new SiteUserView(
                row.getString("id"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("discord_id"),
                row.getString("discord_handle"),
                row.getString("discord_avatar"),
                row.getBoolean("is_active"),
                claim(row),
                row.getTimestamp("created_at").toInstant(),
                time(row, "last_login_at"));
    }

    /** Of a row with {@code handles} beside the site user's own. */
    static SiteUserHoldings holdings(ResultSet row) throws SQLException {
        List<BestScore> baseline = new ArrayList<>();
        Array boards = row.getArray("baseline_boards");
        if (boards != null) {
            Integer[] board = (Integer[]) boards.getArray();
            Double[] score = (Double[]) row.getArray("baseline_scores").getArray();
            for (int i = 0; i < board.length; i++) {
                baseline.add(new BestScore(board[i], score[i]));
            }
        }
        return new SiteUserHoldings(List.of((String[]) row.getArray("handles").getArray()), baseline);
    }

    private static SiteUserView.@Nullable Claim claim(ResultSet row) throws SQLException {
        String name = row.getString("trove_name");
        return name == null
                ? null
                : new SiteUserView.Claim(
                        name,
                        row.getString("trove_display"),
                        row.getTimestamp("claimed_at").toInstant(),
                        time(row, "claim_verified_at"),
                        row.getInt("claim_boards"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
