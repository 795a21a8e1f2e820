package dev.kiwi.command.siteuser;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.PersonalData;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.ActivateSiteUser;
import dev.kiwi.api.siteuser.ApproveTroveClaim;
import dev.kiwi.api.siteuser.ChangeDisplayName;
import dev.kiwi.api.siteuser.ClaimTroveName;
import dev.kiwi.api.siteuser.DeactivateSiteUser;
import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.api.siteuser.EraseSiteUser;
import dev.kiwi.api.siteuser.RecogniseSiteUser;
import dev.kiwi.api.siteuser.RegisterSiteUser;
import dev.kiwi.api.siteuser.RejectTroveClaim;
import dev.kiwi.api.siteuser.ReleaseTroveName;
import dev.kiwi.api.siteuser.SiteStanding;
import dev.kiwi.api.siteuser.SiteUserEvent.DiscordProfileChanged;
import dev.kiwi.api.siteuser.SiteUserEvent.DisplayNameChanged;
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
import dev.kiwi.api.siteuser.SiteUserKey;
import dev.kiwi.api.siteuser.VoidSiteSessions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A person of the public website. The claims of {@link SiteUserClaims} follow its events. */
final class SiteUser {
    @AggregateIdentifier
    private @Nullable String key;

    @DataSubject
    private String siteUserId = "";

    @PersonalData
    private @Nullable String username;

    @PersonalData
    private @Nullable String displayName;

    @PersonalData
    private @Nullable String discordId;

    @PersonalData
    private @Nullable String discordHandle;

    @PersonalData
    private @Nullable String discordAvatar;

    @PersonalData
    private @Nullable String troveName;

    private boolean claimApproved;
    private boolean active;
    private int tokenVersion;

    /** For Axon, before the first event is applied. */
    SiteUser() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    SiteStanding decide(RegisterSiteUser command, SiteUserClaims claims, FreeUsernames usernames, Clock clock) {
        DiscordProfile profile = command.profile();
        String free = usernames.near(profile.handle(), command.siteUserId());
        claims.registered(command.siteUserId(), profile.id(), free);
        apply(new SiteUserRegistered(
                command.siteUserId(),
                free,
                profile.firstDisplayName(),
                profile.id(),
                profile.handle(),
                profile.avatar(),
                now(clock)));
        return new SiteStanding(command.siteUserId(), true, 0);
    }

    @CommandHandler
    SiteStanding decide(RecogniseSiteUser command, SiteUserClaims claims, FreeUsernames usernames, Clock clock) {
        DiscordProfile profile = command.profile();
        boolean renamed = !profile.handle().equals(discordHandle);
        if (active && (renamed || !Objects.equals(profile.avatar(), discordAvatar))) {
            apply(new DiscordProfileChanged(siteUserId, profile.handle(), profile.avatar(), now(clock)));
        }
        if (active && renamed) {
            rename(usernames.near(profile.handle(), siteUserId), claims, clock);
        }
        return new SiteStanding(siteUserId, active, tokenVersion);
    }

    private void rename(String next, SiteUserClaims claims, Clock clock) {
        if (!next.equals(username)) {
            claims.renamed(siteUserId, username, next);
            apply(new UsernameChanged(siteUserId, next, now(clock)));
        }
    }

    @CommandHandler
    void decide(ChangeDisplayName command, Clock clock) {
        if (!Objects.equals(displayName, command.displayName())) {
            apply(new DisplayNameChanged(siteUserId, command.displayName(), now(clock)));
        }
    }

    @CommandHandler
    void decide(ClaimTroveName command, SiteUserClaims claims, Clock clock) {
        Refusal.ifViolated(new TroveNameIsFree(command.troveName(), siteUserId, claims));
        claims.troveNameMoved(siteUserId, troveName, command.troveName());
        apply(new TroveNameClaimed(siteUserId, command.troveName(), command.baseline(), now(clock)));
    }

    @CommandHandler
    void decide(ReleaseTroveName command, SiteUserClaims claims, Clock clock) {
        if (troveName != null) {
            claims.troveNameFreed(troveName);
            apply(new TroveNameReleased(siteUserId, now(clock)));
        }
    }

    @CommandHandler
    void decide(ApproveTroveClaim command, Clock clock) {
        Refusal.ifViolated(new SomeNameIsClaimed(troveName), new ClaimIsTheOneLookedAt(troveName, command.troveName()));
        if (!claimApproved) {
            apply(new TroveClaimApproved(siteUserId, now(clock)));
        }
    }

    @CommandHandler
    void decide(RejectTroveClaim command, SiteUserClaims claims, Clock clock) {
        Refusal.ifViolated(new SomeNameIsClaimed(troveName));
        claims.troveNameFreed(troveName);
        apply(new TroveClaimRejected(siteUserId, now(clock)));
    }

    @CommandHandler
    void decide(VoidSiteSessions command, SiteUserClaims claims, SiteUserChanges changes, Clock clock) {
        if (active) {
            claims.versionEnds(siteUserId, tokenVersion);
            claims.versionBegins(siteUserId, tokenVersion + 1);
            changes.siteUserChangesWithCommit(siteUserId);
            apply(new SiteSessionsVoided(siteUserId, tokenVersion + 1, now(clock)));
        }
    }

    @CommandHandler
    void decide(DeactivateSiteUser command, SiteUserClaims claims, SiteUserChanges changes, Clock clock) {
        if (active) {
            claims.versionEnds(siteUserId, tokenVersion);
            changes.siteUserChangesWithCommit(siteUserId);
            apply(new SiteUserDeactivated(siteUserId, tokenVersion + 1, now(clock)));
        }
    }

    @CommandHandler
    void decide(ActivateSiteUser command, SiteUserClaims claims, Clock clock) {
        if (!active) {
            claims.versionBegins(siteUserId, tokenVersion);
            apply(new SiteUserActivated(siteUserId, now(clock)));
        }
    }

    @CommandHandler
    void decide(
            EraseSiteUser command,
            SiteUserClaims claims,
            SiteUserErasure erasure,
            SiteUserChanges changes,
            Clock clock) {
        Refusal.ifViolated(new ConfirmationIsTheUsername(command.confirmation(), username));
        claims.erased(discordId, username, troveName);
        claims.versionEnds(siteUserId, tokenVersion);
        erasure.eraseWithCommit(siteUserId);
        changes.siteUserChangesWithCommit(siteUserId);
        apply(new SiteUserErased(siteUserId, now(clock)));
    }

    @EventSourcingHandler
    void evolve(SiteUserRegistered event) {
        key = SiteUserKey.of(event.siteUserId());
        siteUserId = event.siteUserId();
        username = event.username();
        displayName = event.displayName();
        discordId = event.discordId();
        discordHandle = event.discordHandle();
        discordAvatar = event.discordAvatar();
        active = true;
    }

    @EventSourcingHandler
    void evolve(DiscordProfileChanged event) {
        discordHandle = event.discordHandle();
        discordAvatar = event.discordAvatar();
    }

    @EventSourcingHandler
    void evolve(UsernameChanged event) {
        username = event.username();
    }

    @EventSourcingHandler
    void evolve(DisplayNameChanged event) {
        displayName = event.displayName();
    }

    @EventSourcingHandler
    void evolve(TroveNameClaimed event) {
        troveName = event.troveName();
        claimApproved = false;
    }

    @EventSourcingHandler
    void evolve(TroveNameReleased event) {
        troveName = null;
    }

    @EventSourcingHandler
    void evolve(TroveClaimRejected event) {
        troveName = null;
    }

    @EventSourcingHandler
    void evolve(TroveClaimApproved event) {
        claimApproved = true;
    }

    @EventSourcingHandler
    void evolve(SiteSessionsVoided event) {
        tokenVersion = event.tokenVersion();
    }

    @EventSourcingHandler
    void evolve(SiteUserDeactivated event) {
        active = false;
        tokenVersion = event.tokenVersion();
    }

    @EventSourcingHandler
    void evolve(SiteUserActivated event) {
        active = true;
    }

    @EventSourcingHandler
    void evolve(SiteUserErased event) {
        markDeleted();
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
