package dev.kiwi.command.webhook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import dev.kiwi.api.webhook.WebhookKey;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.webhook.target.TargetRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What is posted where for an account. It holds one of the account's {@link WebhookSlots} until it is deleted. */
final class Webhook {
    @AggregateIdentifier
    private @Nullable String key;

    private String webhookId = "";
    private String accountId = "";
    private String name = "";
    private String url = "";
    private List<String> events = List.of();
    private @Nullable Disabling disabling;
    private int secretVersion = 1;
    private @Nullable Instant oldSecretUntil;
    private Instant createdAt = Instant.EPOCH;
    private boolean deleted;

    /** For Axon, before the first event is applied. */
    Webhook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    WebhookView decide(CreateWebhook command, Claims claims, TargetRules targets, Clock clock) {
        Refusal.ifViolated(new KindsAreKnown(command.events()), new TargetMayBeCalled(targets, command.url()));
        WebhookSlots.take(claims, command.accountId(), command.webhookId());
        apply(new WebhookCreated(
                command.webhookId(),
                command.accountId(),
                command.name(),
                command.url(),
                WebhookKind.ordered(command.events()),
                now(clock)));
        return view();
    }

    @CommandHandler
    WebhookView decide(EditWebhook command, TargetRules targets, Clock clock) {
        Refusal.ifViolated(new WebhookBelongsToCaller(accountId, command.accountId(), deleted));
        String newName = command.name() == null ? name : command.name();
        String newUrl = command.url() == null ? url : command.url();
        List<String> wanted = command.events() == null ? events : command.events();
        // The address that it has is judged again at each call; only another one is judged here.
        Refusal.ifViolated(
                new KindsAreKnown(wanted),
                new EnablingIsUpToTheOwner(disabling, command.enabled()),
                new TargetMayBeCalled(targets, newUrl.equals(url) ? null : newUrl));
        List<String> newEvents = WebhookKind.ordered(wanted);
        if (!newName.equals(name) || !newUrl.equals(url) || !newEvents.equals(events)) {
            apply(new WebhookEdited(webhookId, accountId, newName, newUrl, newEvents, now(clock)));
        }
        if (command.enabled() != null && command.enabled() != (disabling == null)) {
            turn(command.enabled(), clock);
        }
        return view();
    }

    private void turn(boolean on, Clock clock) {
        if (on) {
            apply(new WebhookEnabled(webhookId, accountId, now(clock)));
        } else {
            disable(DisableCause.OWNER, clock);
        }
    }

    @CommandHandler
    WebhookView decide(RotateWebhookSecret command, Clock clock) {
        Refusal.ifViolated(new WebhookBelongsToCaller(accountId, command.accountId(), deleted));
        Instant now = now(clock);
        Instant oldUntil = command.overlap().isZero() ? null : now.plus(command.overlap());
        apply(new SecretRotated(webhookId, accountId, secretVersion + 1, oldUntil, now));
        return view();
    }

    @CommandHandler
    WebhookView decide(DisableWebhook command, Clock clock) {
        Refusal.ifViolated(new WebhookBelongsToCaller(accountId, null, deleted));
        boolean overruled = command.cause() == DisableCause.ADMINISTRATOR
                && (disabling == null || disabling.cause() != DisableCause.ADMINISTRATOR);
        if (disabling == null || overruled) {
            disable(command.cause(), clock);
        }
        return view();
    }

    private void disable(DisableCause cause, Clock clock) {
        apply(new WebhookDisabled(webhookId, accountId, name, cause.text(), now(clock)));
    }

    @CommandHandler
    WebhookView decide(EnableWebhook command, Clock clock) {
        Refusal.ifViolated(new WebhookBelongsToCaller(accountId, null, deleted));
        if (disabling != null) {
            apply(new WebhookEnabled(webhookId, accountId, now(clock)));
        }
        return view();
    }

    @CommandHandler
    void decide(DeleteWebhook command, Claims claims, Clock clock) {
        Refusal.ifViolated(new WebhookBelongsToCaller(accountId, command.accountId(), deleted));
        WebhookSlots.release(claims, accountId, webhookId);
        apply(new WebhookDeleted(webhookId, accountId, now(clock)));
    }

    private WebhookView view() {
        return new WebhookView(
                webhookId, accountId, name, url, events, disabling, secretVersion, oldSecretUntil, createdAt);
    }

    @EventSourcingHandler
    void evolve(WebhookCreated event) {
        key = WebhookKey.of(event.webhookId());
        webhookId = event.webhookId();
        accountId = event.accountId();
        name = event.name();
        url = known(event.url());
        events = event.events();
        createdAt = event.createdAt();
    }

    @EventSourcingHandler
    void evolve(WebhookEdited event) {
        name = event.name();
        url = known(event.url());
        events = event.events();
    }

    @EventSourcingHandler
    void evolve(WebhookEnabled event) {
        disabling = null;
    }

    @EventSourcingHandler
    void evolve(WebhookDisabled event) {
        disabling = new Disabling(DisableCause.of(event.cause()), event.disabledAt());
    }

    @EventSourcingHandler
    void evolve(SecretRotated event) {
        secretVersion = event.version();
        oldSecretUntil = event.oldSecretUntil();
    }

    @EventSourcingHandler
    void evolve(WebhookDeleted event) {
        deleted = true;
    }

    // Null once the owner's key is destroyed; nothing is sent for such a one.
    private static String known(@Nullable String url) {
        return Objects.requireNonNullElse(url, "");
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
