package dev.kiwi.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.CreateWebhook;
import dev.kiwi.api.webhook.DeleteWebhook;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.api.webhook.EditWebhook;
import dev.kiwi.api.webhook.EnableWebhook;
import dev.kiwi.api.webhook.RotateWebhookSecret;
import dev.kiwi.api.webhook.WebhookEvent.SecretRotated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookCreated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDeleted;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import dev.kiwi.api.webhook.WebhookEvent.WebhookEdited;
import dev.kiwi.api.webhook.WebhookEvent.WebhookEnabled;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import dev.kiwi.command.claim.RecordedClaims;
import dev.kiwi.command.webhook.target.TargetRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String OWNER = "a".repeat(24);
    private static final String OTHER = "b".repeat(24);
    private static final String URL = "https://hooks.example/w1";
    private static final List<String> EVENTS = List.of("token.minted", "token.leaked");

    private final RecordedClaims claims = new RecordedClaims();
    private AggregateTestFixture<Webhook> webhook;

    @BeforeEach
    void fixture() {
        webhook = new AggregateTestFixture<>(Webhook.class);
        webhook.registerInjectableResource(claims);
        webhook.registerInjectableResource(TargetRules.trusting(""));
        webhook.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static CreateWebhook create(String url, List<String> events) {
        return new CreateWebhook("w1", OWNER, "hook", url, events);
    }

    private static WebhookCreated created() {
        return new WebhookCreated("w1", OWNER, "hook", URL, EVENTS, NOW);
    }

    private static WebhookDisabled disabled(DisableCause cause) {
        return new WebhookDisabled("w1", OWNER, "hook", cause.text(), NOW);
    }

    private static EditWebhook edit(String name, String url, List<String> events, Boolean enabled) {
        return new EditWebhook("w1", OWNER, name, url, events, enabled);
    }

    private static EditWebhook turn(boolean on) {
        return new EditWebhook("w1", OWNER, null, null, null, on);
    }

    private static WebhookView view(@Nullable Disabling disabling) {
        return new WebhookView("w1", OWNER, "hook", URL, EVENTS, disabling, 1, null, NOW);
    }

    private static Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }

    @Test
    void givenNothingWhenCreatedThenItTakesAPlaceAndItsKindsAreInOrder() {
        webhook.givenNoPriorActivity()
                .when(create(URL, List.of("token.leaked", "token.minted", "token.leaked")))
                .expectEvents(created())
                .expectResultMessagePayload(view(null));
        assertThat(claims.held()).hasSize(1).containsValue("webhook:w1");
        assertThat(claims.held().keySet()).first().asString().startsWith("webhook_slot/" + OWNER + "/");
    }

    @Test
    void givenTenWhenCreatedThenTheEleventhIsRefused() {
        IntStream.range(0, 10).forEach(place -> claims.claim("webhook_slot", OWNER + "/" + place, "webhook:x" + place));
        webhook.givenNoPriorActivity().when(create(URL, EVENTS)).expectException(refusal(ErrorCode.CONFLICT));
    }

    @Test
    void givenNineWhenCreatedThenTheLastPlaceIsFound() {
        IntStream.range(0, 10)
                .filter(place -> place != 7)
                .forEach(place -> claims.claim("webhook_slot", OWNER + "/" + place, "webhook:x" + place));
        webhook.givenNoPriorActivity().when(create(URL, EVENTS)).expectEvents(created());
        assertThat(claims.held()).containsEntry("webhook_slot/" + OWNER + "/7", "webhook:w1");
    }

    @Test
    void givenNothingWhenCreatedForWhatIsNotThenItIsRefused() {
        webhook.givenNoPriorActivity()
                .when(create(URL, List.of("token.minted", "token.eaten")))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        webhook.givenNoPriorActivity()
                .when(create("http://10.0.0.1/", EVENTS))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenAWebhookWhenEditedThenOnlyWhatChangesIsAnEvent() {
        webhook.given(created())
                .when(edit("other", URL + "/2", List.of("token.revoked"), false))
                .expectEvents(
                        new WebhookEdited("w1", OWNER, "other", URL + "/2", List.of("token.revoked"), NOW),
                        new WebhookDisabled("w1", OWNER, "other", "owner", NOW));
        webhook.given(created())
                .when(edit("hook", URL, List.of("token.leaked", "token.minted"), true))
                .expectNoEvents()
                .expectResultMessagePayload(view(null));
    }

    @Test
    void givenAWebhookWhenEditedToWhatIsRefusedThenNothingHappens() {
        webhook.given(created())
                .when(new EditWebhook("w1", OWNER, null, "https://localhost/", null, null))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        webhook.given(created())
                .when(new EditWebhook("w1", OWNER, null, null, List.of("nonsense"), null))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        webhook.given(created())
                .when(new EditWebhook("w1", OTHER, "mine", null, null, null))
                .expectException(refusal(ErrorCode.NOT_FOUND));
    }

    @Test
    void givenAWebhookWhenTheRulesAreStricterThanItsAddressThenItsNameCanStillBeChanged() {
        WebhookCreated old = new WebhookCreated("w1", OWNER, "hook", "http://10.0.0.1/", EVENTS, NOW);
        webhook.given(old)
                .when(new EditWebhook("w1", OWNER, "other", null, null, null))
                .expectEvents(new WebhookEdited("w1", OWNER, "other", "http://10.0.0.1/", EVENTS, NOW));
    }

    @Test
    void givenFailuresHaveDisabledItThenItsOwnerEnablesIt() {
        webhook.given(created(), disabled(DisableCause.FAILURES))
                .when(turn(true))
                .expectEvents(new WebhookEnabled("w1", OWNER, NOW))
                .expectResultMessagePayload(view(null));
    }

    @Test
    void givenAnAdministratorHasDisabledItThenOnlyAnAdministratorEnablesIt() {
        webhook.given(created(), disabled(DisableCause.ADMINISTRATOR))
                .when(turn(true))
                .expectException(refusal(ErrorCode.FORBIDDEN));
        webhook.given(created(), disabled(DisableCause.ADMINISTRATOR))
                .when(turn(false))
                .expectNoEvents();
        webhook.given(created(), disabled(DisableCause.ADMINISTRATOR))
                .when(new EnableWebhook("w1"))
                .expectEvents(new WebhookEnabled("w1", OWNER, NOW));
    }

    @Test
    void givenItsOwnerHasDisabledItThenAnAdministratorsWordCountsMore() {
        webhook.given(created(), disabled(DisableCause.OWNER))
                .when(new DisableWebhook("w1", DisableCause.ADMINISTRATOR))
                .expectEvents(disabled(DisableCause.ADMINISTRATOR))
                .expectResultMessagePayload(view(new Disabling(DisableCause.ADMINISTRATOR, NOW)));
        webhook.given(created(), disabled(DisableCause.OWNER))
                .when(new DisableWebhook("w1", DisableCause.FAILURES))
                .expectNoEvents();
        webhook.given(created()).when(new EnableWebhook("w1")).expectNoEvents();
    }

    @Test
    void givenAWebhookWhenRotatedThenTheVersionCounts() {
        webhook.given(created(), new SecretRotated("w1", OWNER, 2, null, NOW))
                .when(new RotateWebhookSecret("w1", OWNER, Duration.ofHours(24)))
                .expectEvents(new SecretRotated("w1", OWNER, 3, NOW.plus(Duration.ofHours(24)), NOW));
        webhook.given(created())
                .when(new RotateWebhookSecret("w1", OWNER, Duration.ZERO))
                .expectEvents(new SecretRotated("w1", OWNER, 2, null, NOW));
        webhook.given(created())
                .when(new RotateWebhookSecret("w1", OTHER, Duration.ZERO))
                .expectException(refusal(ErrorCode.NOT_FOUND));
    }

    @Test
    void givenAWebhookWhenDeletedThenItsPlaceIsFreeAndItIsThereForNobody() {
        claims.claim("webhook_slot", OWNER + "/3", "webhook:w1");
        claims.claim("webhook_slot", OWNER + "/4", "webhook:w2");
        webhook.given(created())
                .when(new DeleteWebhook("w1", OWNER))
                .expectEvents(new WebhookDeleted("w1", OWNER, NOW));
        assertThat(claims.held()).isEqualTo(Map.of("webhook_slot/" + OWNER + "/4", "webhook:w2"));

        WebhookDeleted gone = new WebhookDeleted("w1", OWNER, NOW);
        for (Object command : List.of(
                new DeleteWebhook("w1", OWNER),
                turn(true),
                new RotateWebhookSecret("w1", OWNER, Duration.ZERO),
                new DisableWebhook("w1", DisableCause.FAILURES),
                new EnableWebhook("w1"))) {
            webhook.given(created(), gone).when(command).expectException(refusal(ErrorCode.NOT_FOUND));
        }
        webhook.given(created()).when(new DeleteWebhook("w1", OTHER)).expectException(refusal(ErrorCode.NOT_FOUND));
    }
}
