package dev.kiwi.command.siteuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.ActivateSiteUser;
import dev.kiwi.api.siteuser.ApproveTroveClaim;
import dev.kiwi.api.siteuser.BestScore;
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
import dev.kiwi.api.siteuser.VoidSiteSessions;
import dev.kiwi.command.claim.RecordedClaims;
import dev.kiwi.command.crypto.DerivedKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteUserTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ADA = "a".repeat(24);
    private static final String BOB = "b".repeat(24);
    private static final DiscordProfile PROFILE = new DiscordProfile("7", "ada", "Ada L.", "hash");
    private static final SiteUserRegistered REGISTERED =
            new SiteUserRegistered(ADA, "ada", "Ada L.", "7", "ada", "hash", NOW);
    private static final List<BestScore> BEST = List.of(new BestScore(7001, 912));
    private static final TroveNameClaimed CLAIMED = new TroveNameClaimed(ADA, "Mira", BEST, NOW);

    private final RecordedClaims recorded = new RecordedClaims();
    private final SiteUserClaims claims =
            new SiteUserClaims(recorded, new DerivedKeys("a secret for tests only, long enough").siteUserClaims());
    private final List<String> announced = new ArrayList<>();
    private final List<String> erased = new ArrayList<>();
    private final AggregateTestFixture<SiteUser> user = new AggregateTestFixture<>(SiteUser.class);

    @BeforeEach
    void fixture() {
        user.registerInjectableResource(claims);
        user.registerInjectableResource(new FreeUsernames(claims, new Random(1)));
        user.registerInjectableResource((SiteUserChanges) announced::add);
        user.registerInjectableResource((SiteUserErasure) erased::add);
        user.registerInjectableResource(Clock.fixed(NOW.plusNanos(1), ZoneOffset.UTC));
    }

    private static Matcher<?> refused(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }

    @Test
    void givenNobodyWhenSomebodySignsInThenDiscordIdUsernameAndVersionAreClaimed() {
        user.givenNoPriorActivity()
                .when(new RegisterSiteUser(ADA, PROFILE))
                .expectEvents(REGISTERED)
                .expectResultMessagePayload(new SiteStanding(ADA, true, 0));
        assertThat(claims.withDiscordId("7")).hasValue(ADA);
        assertThat(claims.isUsernameFree("ada", BOB)).isFalse();
        assertThat(claims.isCurrent(ADA, 0)).isTrue();
    }

    @Test
    void theTableOfClaimsHoldsNeitherNamesNorNumbers() {
        claims.registered(ADA, "80351110224678912", "somebody");
        claims.troveNameMoved(ADA, null, "Somebodys player");
        assertThat(recorded.held().keySet().toString().toLowerCase()).doesNotContain("somebody", "80351110224678912");
    }

    @Test
    void givenAUserWhenNothingIsNewAtDiscordThenNothingHappens() {
        user.given(REGISTERED)
                .when(new RecogniseSiteUser(ADA, new DiscordProfile("7", "ada", "Another global name", "hash")))
                .expectNoEvents()
                .expectResultMessagePayload(new SiteStanding(ADA, true, 0));
    }

    @Test
    void givenAUserWhenTheNameAtDiscordIsAnotherThenTheUsernameFollowsAndTheOldOneIsFree() {
        claims.registered(ADA, "7", "ada");
        user.given(REGISTERED)
                .when(new RecogniseSiteUser(ADA, new DiscordProfile("7", "Countess", null, "hash")))
                .expectEvents(
                        new DiscordProfileChanged(ADA, "Countess", "hash", NOW),
                        new UsernameChanged(ADA, "countess", NOW));
        assertThat(claims.isUsernameFree("ada", BOB)).isTrue();
        assertThat(claims.isUsernameFree("countess", BOB)).isFalse();
    }

    @Test
    void givenAUserWhenOnlyThePictureIsAnotherThenTheNameStays() {
        user.given(REGISTERED)
                .when(new RecogniseSiteUser(ADA, new DiscordProfile("7", "ada", null, null)))
                .expectEvents(new DiscordProfileChanged(ADA, "ada", null, NOW));
    }

    @Test
    void givenAUserWhoseNewNameDerivesTheSameUsernameThenTheUsernameStays() {
        claims.registered(ADA, "7", "ada");
        user.given(REGISTERED)
                .when(new RecogniseSiteUser(ADA, new DiscordProfile("7", "ADA!", null, "hash")))
                .expectEvents(new DiscordProfileChanged(ADA, "ADA!", "hash", NOW));
    }

    @Test
    void givenADeactivatedUserWhenComingBackThenNothingIsTakenOver() {
        user.given(REGISTERED, new SiteUserDeactivated(ADA, 1, NOW))
                .when(new RecogniseSiteUser(ADA, new DiscordProfile("7", "new", null, null)))
                .expectNoEvents()
                .expectResultMessagePayload(new SiteStanding(ADA, false, 1));
    }

    @Test
    void givenANameWhenItIsGivenAgainThenNothingHappens() {
        user.given(REGISTERED)
                .when(new ChangeDisplayName(ADA, null))
                .expectEvents(new DisplayNameChanged(ADA, null, NOW));
        user.given(REGISTERED).when(new ChangeDisplayName(ADA, "Ada L.")).expectNoEvents();
    }

    @Test
    void givenAUserWhenAPlayerIsClaimedThenTheNameIsTakenWhateverItsCase() {
        user.given(REGISTERED).when(new ClaimTroveName(ADA, "Mira", BEST)).expectEvents(CLAIMED);
        assertThat(claims.isTroveNameFree("MIRA", BOB)).isFalse();
        assertThat(claims.isTroveNameFree("MIRA", ADA)).isTrue();
    }

    @Test
    void givenAClaimWhenAnotherPlayerIsClaimedThenTheFirstIsFreeAndNobodyHasLookedAtTheSecond() {
        claims.troveNameMoved(ADA, null, "Mira");
        user.given(REGISTERED, CLAIMED, new TroveClaimApproved(ADA, NOW))
                .when(new ClaimTroveName(ADA, "Nox", List.of()))
                .expectEvents(new TroveNameClaimed(ADA, "Nox", List.of(), NOW));
        assertThat(claims.isTroveNameFree("mira", BOB)).isTrue();
        user.given(REGISTERED, CLAIMED, new TroveClaimApproved(ADA, NOW), CLAIMED)
                .when(new ApproveTroveClaim(ADA, null))
                .expectEvents(new TroveClaimApproved(ADA, NOW));
    }

    @Test
    void givenSomebodyElsesPlayerWhenClaimedThenRefused() {
        claims.troveNameMoved(BOB, null, "mira");
        user.given(REGISTERED)
                .when(new ClaimTroveName(ADA, "Mira", BEST))
                .expectNoEvents()
                .expectException(refused(ErrorCode.CONFLICT));
    }

    @Test
    void givenAClaimWhenReleasedThenTheNameIsFree() {
        claims.troveNameMoved(ADA, null, "Mira");
        user.given(REGISTERED, CLAIMED).when(new ReleaseTroveName(ADA)).expectEvents(new TroveNameReleased(ADA, NOW));
        assertThat(claims.isTroveNameFree("mira", BOB)).isTrue();
        user.given(REGISTERED).when(new ReleaseTroveName(ADA)).expectNoEvents();
    }

    @Test
    void givenAClaimWhenRejectedThenTheNameIsFree() {
        claims.troveNameMoved(ADA, null, "Mira");
        user.given(REGISTERED, CLAIMED).when(new RejectTroveClaim(ADA)).expectEvents(new TroveClaimRejected(ADA, NOW));
        assertThat(claims.isTroveNameFree("mira", BOB)).isTrue();
    }

    @Test
    void withoutAClaimThereIsNothingToJudge() {
        user.given(REGISTERED)
                .when(new RejectTroveClaim(ADA))
                .expectNoEvents()
                .expectException(refused(ErrorCode.NOT_FOUND));
        user.given(REGISTERED, CLAIMED, new TroveNameReleased(ADA, NOW))
                .when(new ApproveTroveClaim(ADA, null))
                .expectNoEvents()
                .expectException(refused(ErrorCode.NOT_FOUND));
    }

    @Test
    void aClaimIsApprovedOnceAndNotUnseen() {
        user.given(REGISTERED, CLAIMED)
                .when(new ApproveTroveClaim(ADA, "MIRA"))
                .expectEvents(new TroveClaimApproved(ADA, NOW));
        user.given(REGISTERED, CLAIMED, new TroveClaimApproved(ADA, NOW))
                .when(new ApproveTroveClaim(ADA, null))
                .expectNoEvents();
        user.given(REGISTERED, CLAIMED)
                .when(new ApproveTroveClaim(ADA, "Nox"))
                .expectNoEvents()
                .expectException(refused(ErrorCode.CONFLICT));
    }

    @Test
    void givenAUserWhenLoggedOutEverywhereThenOlderTokensAreVoid() {
        claims.versionBegins(ADA, 1);
        user.given(REGISTERED, new SiteSessionsVoided(ADA, 1, NOW))
                .when(new VoidSiteSessions(ADA))
                .expectEvents(new SiteSessionsVoided(ADA, 2, NOW));
        assertThat(claims.isCurrent(ADA, 1)).isFalse();
        assertThat(claims.isCurrent(ADA, 2)).isTrue();
        assertThat(announced).containsExactly(ADA);
    }

    @Test
    void givenAUserWhenDeactivatedThenNoTokenIsGoodUntilActivated() {
        claims.versionBegins(ADA, 0);
        user.given(REGISTERED).when(new DeactivateSiteUser(ADA)).expectEvents(new SiteUserDeactivated(ADA, 1, NOW));
        assertThat(recorded.held()).isEmpty();
        assertThat(announced).containsExactly(ADA);
        user.given(REGISTERED, new SiteUserDeactivated(ADA, 1, NOW))
                .when(new ActivateSiteUser(ADA))
                .expectEvents(new SiteUserActivated(ADA, NOW));
        assertThat(claims.isCurrent(ADA, 1)).isTrue();
        assertThat(claims.isCurrent(ADA, 0)).isFalse();
    }

    @Test
    void whatIsSoAlreadyIsNoFact() {
        SiteUserDeactivated off = new SiteUserDeactivated(ADA, 1, NOW);
        user.given(REGISTERED, off).when(new DeactivateSiteUser(ADA)).expectNoEvents();
        user.given(REGISTERED, off).when(new VoidSiteSessions(ADA)).expectNoEvents();
        user.given(REGISTERED).when(new ActivateSiteUser(ADA)).expectNoEvents();
    }

    @Test
    void givenAUserWithEverythingWhenErasedThenAllIsFreeAndTheKeyIsDestroyed() {
        claims.registered(ADA, "7", "ada");
        claims.troveNameMoved(ADA, null, "Mira");
        user.given(REGISTERED, CLAIMED).when(new EraseSiteUser(ADA, "Ada")).expectEvents(new SiteUserErased(ADA, NOW));
        assertThat(recorded.held()).isEmpty();
        assertThat(erased).containsExactly(ADA);
        assertThat(announced).containsExactly(ADA);
    }

    @Test
    void givenAUserWhenErasedWithAnotherNameThenRefused() {
        user.given(REGISTERED)
                .when(new EraseSiteUser(ADA, "ada2"))
                .expectNoEvents()
                .expectExceptionMessage("The confirmation is not this account's user name.");
        assertThat(erased).isEmpty();
    }
}
