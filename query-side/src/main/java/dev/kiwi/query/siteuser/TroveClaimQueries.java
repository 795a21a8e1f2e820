package dev.kiwi.query.siteuser;

import dev.kiwi.api.siteuser.CountTroveClaims;
import dev.kiwi.api.siteuser.ListTroveClaims;
import dev.kiwi.api.siteuser.ListTroveClaims.After;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.api.siteuser.TroveClaimList;
import dev.kiwi.api.siteuser.TroveClaimList.TroveClaim;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.Timestamp;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers about claims from {@code site_user.site_user}. */
@QueryComponent
final class TroveClaimQueries {
    private static final String WANTED =
            "where u.trove_name is not null and not (:pending and u.claim_verified_at is not null) ";

    private final JdbcClient jdbc;

    TroveClaimQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    TroveClaimList list(ListTroveClaims query) {
        After after = query.after();
        return new TroveClaimList(jdbc.sql(SiteUserRow.SELECT + WANTED + """
                        and (cast(:after as text) is null or (u.claimed_at, u.id) > (cast(:at as timestamptz), :after))
                        order by u.claimed_at, u.id limit :most""")
                .param("pending", query.pendingOnly())
                .param("after", after == null ? null : after.userId())
                .param("at", after == null ? null : Timestamp.from(after.claimedAt()))
                .param("most", query.atMost())
                .query((row, n) -> claim(SiteUserRow.read(row)))
                .list());
    }

    @QueryHandler
    Long count(CountTroveClaims query) {
        return jdbc.sql("select count(*) from site_user.site_user u " + WANTED)
                .param("pending", query.pendingOnly())
                .query(Long.class)
                .single();
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
