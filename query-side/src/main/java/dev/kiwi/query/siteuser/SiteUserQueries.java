package dev.kiwi.query.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.siteuser.ExportSiteUser;
import dev.kiwi.api.siteuser.FindSiteUser;
import dev.kiwi.api.siteuser.FindSiteUserByHandle;
import dev.kiwi.api.siteuser.IsVerifiedPlayer;
import dev.kiwi.api.siteuser.SearchSiteUsers;
import dev.kiwi.api.siteuser.SiteUserHoldings;
import dev.kiwi.api.siteuser.SiteUserList;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code site_user.site_user} and {@code site_user.handle}. */
@QueryComponent
final class SiteUserQueries {
    private final JdbcClient jdbc;

    SiteUserQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    SiteUserView find(FindSiteUser query) {
        return found(jdbc.sql(SiteUserRow.SELECT + "where u.id = :id")
                .param("id", query.siteUserId())
                .query((row, n) -> SiteUserRow.read(row))
                .optional());
    }

    @QueryHandler
    SiteUserView find(FindSiteUserByHandle query) {
        return found(jdbc.sql(SiteUserRow.SELECT
                        + "join site_user.handle h on h.site_user_id = u.id where h.handle = :handle")
                .param("handle", query.handle())
                .query((row, n) -> SiteUserRow.read(row))
                .optional());
    }

    @QueryHandler
    SiteUserHoldings export(ExportSiteUser query) {
        return jdbc.sql("""
                        select u.baseline_boards, u.baseline_scores,
                            array(select h.handle from site_user.handle h where h.site_user_id = u.id order by 1) as handles
                        from site_user.site_user u where u.id = :id""")
                .param("id", query.siteUserId())
                .query((row, n) -> SiteUserRow.holdings(row))
                .optional()
                .orElseThrow(SiteUserQueries::nobody);
    }

    @QueryHandler
    Boolean isVerified(IsVerifiedPlayer query) {
        return jdbc.sql("""
                        select exists (select from site_user.site_user
                        where trove_name = :name and claim_verified_at is not null)""")
                .param("name", PlayerKey.lookup(query.name()))
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    SiteUserList search(SearchSiteUsers query) {
        return new SiteUserList(jdbc.sql(SiteUserRow.SELECT + """
                        where (cast(:below as text) is null or u.id < :below)
                            and (cast(:text as text) is null or u.discord_id = :text
                                or position(:text in lower(concat_ws(' ', u.username, u.discord_handle, u.display_name))) > 0)
                        order by u.id desc limit :most""")
                .param("below", query.below())
                .param(
                        "text",
                        query.text() == null ? null : query.text().strip().toLowerCase(Locale.ROOT))
                .param("most", query.atMost())
                .query((row, n) -> SiteUserRow.read(row))
                .list());
    }

    private static SiteUserView found(Optional<SiteUserView> user) {
        return user.orElseThrow(SiteUserQueries::nobody);
    }

    private static Refusal nobody() {
        return new Refusal(ErrorCode.NOT_FOUND, "There is no such site user.");
    }
}
