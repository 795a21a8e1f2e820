package dev.kiwi.projection.siteuser;

import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.siteuser.BestScore;
import dev.kiwi.api.siteuser.SiteUserEvent.DiscordProfileChanged;
import dev.kiwi.api.siteuser.SiteUserEvent.DisplayNameChanged;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteRefreshTokenReused;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionExpired;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionOpened;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRefreshed;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRevoked;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionsVoided;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserActivated;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserDeactivated;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserErased;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserRegistered;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveClaimApproved;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveClaimRejected;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveNameClaimed;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveNameReleased;
import dev.kiwi.api.siteuser.SiteUserEvent.UsernameChanged;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Fills {@code site_user}, {@code handle} and {@code incident}, and by {@link SiteSessionRows} the sessions. */
public final class SiteUserProjector {
    private final ReadModel model;
    private final SiteSessionRows sessions;

    public SiteUserProjector(ReadModel model) {
        this.model = model;
        this.sessions = new SiteSessionRows(model);
    }

    @EventHandler
    void on(SiteUserRegistered event) {
        model.change(
                """
                insert into site_user (id, username, display_name, discord_id, discord_handle, discord_avatar, created_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                event.siteUserId(),
                event.username(),
                event.displayName(),
                event.discordId(),
                event.discordHandle(),
                event.discordAvatar(),
                Timestamp.from(event.registeredAt()));
        takeHandle(event.username(), event.siteUserId());
    }

    @EventHandler
    void on(UsernameChanged event) {
        model.change("update site_user set username = ? where id = ?", event.username(), event.siteUserId());
        takeHandle(event.username(), event.siteUserId());
    }

    // Null once the key is destroyed; the rows go with the site user.
    private void takeHandle(@Nullable String handle, String siteUserId) {
        if (handle != null) {
            model.change("""
                    insert into handle (handle, site_user_id) values (?, ?)
                    on conflict (handle) do update set site_user_id = excluded.site_user_id""", handle, siteUserId);
        }
    }

    @EventHandler
    void on(DiscordProfileChanged event) {
        model.change(
                "update site_user set discord_handle = ?, discord_avatar = ? where id = ?",
                event.discordHandle(),
                event.discordAvatar(),
                event.siteUserId());
    }

    @EventHandler
    void on(DisplayNameChanged event) {
        model.change("update site_user set display_name = ? where id = ?", event.displayName(), event.siteUserId());
    }

    @EventHandler
    void on(TroveNameClaimed event) {
        String name = event.troveName();
        List<BestScore> baseline = event.baseline() == null ? List.of() : event.baseline();
        model.change(
                """
                update site_user set trove_name = ?, trove_display = ?, claimed_at = ?, claim_verified_at = null,
                    claim_boards = ?, baseline_boards = ?, baseline_scores = ? where id = ?""",
                name == null ? null : PlayerKey.lookup(name),
                name,
                Timestamp.from(event.claimedAt()),
                baseline.size(),
                baseline.stream().map(BestScore::board).toArray(Integer[]::new),
                baseline.stream().map(BestScore::score).toArray(Double[]::new),
                event.siteUserId());
    }

    @EventHandler
    void on(TroveClaimApproved event) {
        model.change(
                "update site_user set claim_verified_at = ? where id = ?",
                Timestamp.from(event.approvedAt()),
                event.siteUserId());
    }

    @EventHandler
    void on(TroveNameReleased event) {
        clearClaim(event.siteUserId());
    }

    @EventHandler
    void on(TroveClaimRejected event, TrackingToken token) {
        clearClaim(event.siteUserId());
        incident(event.siteUserId(), "trove_claim_rejected", null, event.rejectedAt(), token);
    }

    private void clearClaim(String siteUserId) {
        model.change("""
                update site_user set trove_name = null, trove_display = null, claimed_at = null,
                    claim_verified_at = null, claim_boards = 0, baseline_boards = null, baseline_scores = null
                where id = ?""", siteUserId);
    }

    @EventHandler
    void on(SiteSessionOpened event) {
        sessions.open(event);
        model.change(
                "update site_user set last_login_at = ? where id = ?",
                Timestamp.from(event.openedAt()),
                event.siteUserId());
    }

    @EventHandler
    void on(SiteSessionRefreshed event) {
        sessions.refresh(event);
    }

    @EventHandler
    void on(SiteSessionRevoked event) {
        sessions.end(event.sessionId());
    }

    @EventHandler
    void on(SiteSessionExpired event) {
        sessions.forget(event.sessionId());
    }

    @EventHandler
    void on(SiteRefreshTokenReused event, TrackingToken token) {
        incident(event.siteUserId(), "refresh_token_reused", event.sessionId(), event.presentedAt(), token);
    }

    @EventHandler
    void on(SiteSessionsVoided event, TrackingToken token) {
        sessions.endAll(event.siteUserId());
        incident(event.siteUserId(), "sessions_voided", null, event.voidedAt(), token);
    }

    @EventHandler
    void on(SiteUserDeactivated event, TrackingToken token) {
        sessions.endAll(event.siteUserId());
        model.change("update site_user set is_active = false where id = ?", event.siteUserId());
        incident(event.siteUserId(), "deactivated", null, event.deactivatedAt(), token);
    }

    @EventHandler
    void on(SiteUserActivated event) {
        model.change("update site_user set is_active = true where id = ?", event.siteUserId());
    }

    @EventHandler
    void on(SiteUserErased event) {
        sessions.anonymise(event.siteUserId());
        model.change("delete from handle where site_user_id = ?", event.siteUserId());
        model.change("delete from incident where site_user_id = ?", event.siteUserId());
        model.change("delete from site_user where id = ?", event.siteUserId());
    }

    private void incident(String siteUserId, String kind, @Nullable String sessionId, Instant at, TrackingToken token) {
        model.change(
                "insert into incident (position, site_user_id, kind, session_id, at) values (?, ?, ?, ?, ?)",
                token.position().orElseThrow(),
                siteUserId,
                kind,
                sessionId,
                Timestamp.from(at));
    }
}
