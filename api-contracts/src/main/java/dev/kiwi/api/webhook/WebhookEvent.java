package dev.kiwi.api.webhook;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a webhook. Its secrets are in none: they are derived (ADR 0026). */
public sealed interface WebhookEvent {
    /** 24 lower-case hex digits. */
    String webhookId();

    /**
     * @param url what is posted to; often a credential by itself
     * @param events slugs of {@link WebhookKind}
     */
    @EventType(name = "webhook.WebhookCreated")
    record WebhookCreated(
            String webhookId,
            @DataSubject String accountId,
            String name,
            @Confidential @PersonalData @Nullable String url,
            List<String> events,
            Instant createdAt)
            implements WebhookEvent {}

    /** The name, the address or the kinds are others. */
    @EventType(name = "webhook.WebhookEdited")
    record WebhookEdited(
            String webhookId,
            @DataSubject String accountId,
            String name,
            @Confidential @PersonalData @Nullable String url,
            List<String> events,
            Instant editedAt)
            implements WebhookEvent {}

    @EventType(name = "webhook.WebhookEnabled")
    record WebhookEnabled(String webhookId, String accountId, Instant enabledAt) implements WebhookEvent {}

    /**
     * Nothing is sent to it any more.
     *
     * @param cause {@link DisableCause#text()}
     */
    @EventType(name = "webhook.WebhookDisabled")
    record WebhookDisabled(String webhookId, String accountId, String name, String cause, Instant disabledAt)
            implements WebhookEvent {}

    /**
     * What is sent is signed with another secret.
     *
     * @param version of the new secret
     * @param oldSecretUntil the secret before it signs too until then; null when it does no more
     */
    @EventType(name = "webhook.SecretRotated")
    record SecretRotated(
            String webhookId,
            String accountId,
            int version,
            @Nullable Instant oldSecretUntil,
            Instant rotatedAt) implements WebhookEvent {}

    @EventType(name = "webhook.WebhookDeleted")
    record WebhookDeleted(String webhookId, String accountId, Instant deletedAt) implements WebhookEvent {}
}
