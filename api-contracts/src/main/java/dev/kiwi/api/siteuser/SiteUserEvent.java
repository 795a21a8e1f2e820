package dev.kiwi.api.siteuser;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a site user and the sessions of one. All that is personal goes with one key. */
public sealed interface SiteUserEvent {
    /** 24 lower-case hex digits. */
    String siteUserId();

    /**
     * Somebody has signed in for the first time.
     *
     * @param discordId decimal digits
     * @param discordHandle the user name there
     * @param discordAvatar hash of the picture
     */
    @EventType(name = "siteuser.SiteUserRegistered")
    record SiteUserRegistered(
            @DataSubject String siteUserId,
            @PersonalData @Nullable String username,
            @PersonalData @Nullable String displayName,
            @PersonalData @Nullable String discordId,
            @PersonalData @Nullable String discordHandle,
            @PersonalData @Nullable String discordAvatar,
            Instant registeredAt)
            implements SiteUserEvent {}

    /** Name or picture at Discord are others now. */
    @EventType(name = "siteuser.DiscordProfileChanged")
    record DiscordProfileChanged(
            @DataSubject String siteUserId,
            @PersonalData @Nullable String discordHandle,
            @PersonalData @Nullable String discordAvatar,
            Instant changedAt)
            implements SiteUserEvent {}

    /** The handle followed Discord; the old one leads to the new one until somebody else takes it. */
    @EventType(name = "siteuser.UsernameChanged")
    record UsernameChanged(
            @DataSubject String siteUserId,
            @PersonalData @Nullable String username,
            Instant changedAt) implements SiteUserEvent {}

    /** @param displayName null for none, or once the key is destroyed */
    @EventType(name = "siteuser.DisplayNameChanged")
    record DisplayNameChanged(
            @DataSubject String siteUserId,
            @PersonalData @Nullable String displayName,
            Instant changedAt) implements SiteUserEvent {}

    /**
     * A player's name is claimed, and nobody has looked at that yet.
     *
     * @param troveName as it was typed
     * @param baseline the player's best scores then
     */
    @EventType(name = "siteuser.TroveNameClaimed")
    record TroveNameClaimed(
            @DataSubject String siteUserId,
            @PersonalData @Nullable String troveName,
            @PersonalData @Nullable List<BestScore> baseline,
            Instant claimedAt)
            implements SiteUserEvent {}

    @EventType(name = "siteuser.TroveNameReleased")
    record TroveNameReleased(String siteUserId, Instant releasedAt) implements SiteUserEvent {}

    @EventType(name = "siteuser.TroveClaimApproved")
    record TroveClaimApproved(String siteUserId, Instant approvedAt) implements SiteUserEvent {}

    /** The name is free again. */
    @EventType(name = "siteuser.TroveClaimRejected")
    record TroveClaimRejected(String siteUserId, Instant rejectedAt) implements SiteUserEvent {}

    /** @param tokenVersion the new version; tokens of older ones are void */
    @EventType(name = "siteuser.SiteSessionsVoided")
    record SiteSessionsVoided(String siteUserId, int tokenVersion, Instant voidedAt) implements SiteUserEvent {}

    /** @param tokenVersion the new version; tokens of older ones are void */
    @EventType(name = "siteuser.SiteUserDeactivated")
    record SiteUserDeactivated(String siteUserId, int tokenVersion, Instant deactivatedAt) implements SiteUserEvent {}

    @EventType(name = "siteuser.SiteUserActivated")
    record SiteUserActivated(String siteUserId, Instant activatedAt) implements SiteUserEvent {}

    /** The site user is gone and the key is destroyed; names and Discord id are free again. */
    @EventType(name = "siteuser.SiteUserErased")
    record SiteUserErased(String siteUserId, Instant erasedAt) implements SiteUserEvent {}

    /**
     * @param refreshTokenHash SHA-256, lower-case hex
     * @param device coarse label such as {@code Firefox on Linux}
     * @param expiresAt absolute: refreshing does not extend it
     */
    @EventType(name = "siteuser.SiteSessionOpened")
    record SiteSessionOpened(
            String sessionId,
            @DataSubject String siteUserId,
            @Confidential String refreshTokenHash,
            @PersonalData @Nullable String device,
            Instant openedAt,
            Instant expiresAt)
            implements SiteUserEvent {}

    /** The refresh token was exchanged for the next one; the old one is dead. */
    @EventType(name = "siteuser.SiteSessionRefreshed")
    record SiteSessionRefreshed(
            String sessionId,
            @DataSubject String siteUserId,
            @Confidential String refreshTokenHash,
            @PersonalData @Nullable String device,
            Instant refreshedAt)
            implements SiteUserEvent {}

    /** A refresh token that had been exchanged was presented again, after the grace period: somebody has a copy. */
    @EventType(name = "siteuser.SiteRefreshTokenReused")
    record SiteRefreshTokenReused(String sessionId, String siteUserId, Instant presentedAt) implements SiteUserEvent {}

    @EventType(name = "siteuser.SiteSessionRevoked")
    record SiteSessionRevoked(String sessionId, String siteUserId, Instant revokedAt) implements SiteUserEvent {}

    /** Its time was over long since, and with it that of every refresh token that it had. */
    @EventType(name = "siteuser.SiteSessionExpired")
    record SiteSessionExpired(String sessionId, String siteUserId, Instant expiredAt) implements SiteUserEvent {}
}
