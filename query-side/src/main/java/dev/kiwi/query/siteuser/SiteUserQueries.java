package dev.kiwi.query.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.siteuser.FindSiteUser;
import dev.kiwi.api.siteuser.FindSiteUserByHandle;
import dev.kiwi.api.siteuser.IsVerifiedPlayer;
import dev.kiwi.api.siteuser.ListTroveClaims;
import dev.kiwi.api.siteuser.SearchSiteUsers;
import dev.kiwi.api.siteuser.SiteUserList;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.api.siteuser.TroveClaimList;
import dev.kiwi.api.siteuser.TroveClaimList.TroveClaim;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.Locale;
import java.util.Objects;
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
    Boolean isVerified(IsVerifiedPlayer query) {
        return jdbc.sql("""
                        select exists (select from site_user.site_user
                        where trove_name = :name and claim_verified_at is not null)""")
                .param("name", PlayerKey.lookup(query.name()))
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    TroveClaimList list(ListTroveClaims query) {
        return new TroveClaimList(jdbc
                .sql(SiteUserRow.SELECT + """
                        where u.trove_name is not null and not (:pending and u.claim_verified_at is not null)
                        order by u.claimed_at, u.id""")
                .param("pending", query.pendingOnly())
                .query((row, n) -> SiteUserRow.read(row))
                .list()
                .stream()
                .map(SiteUserQueries::claim)
                .toList());
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
        return user.orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such site user."));
    }

    private static TroveClaim claim(SiteUserView user) {
        SiteUserView.Claim claim = Objects.requireNonNull(user.claim());
        return new TroveClaim(
                user.id(),
                user.username(),
                user.displayName(),
                user.discordId(),
                claim.name(),
                claim.display(),
                claim.at(),
                claim.verifiedAt() != null,
                claim.verifiedAt());
    }
}
