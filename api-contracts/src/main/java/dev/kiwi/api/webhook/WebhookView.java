package dev.kiwi.api.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its own commands and the read model know it.
 *
 * @param url for the owner's eyes only
 * @param events slugs of {@link WebhookKind}
 * @param disabling null while it is enabled
 * @param secretVersion counts rotations, from 1
 * @param oldSecretUntil the secret before the last rotation signs too until then; null when there is none
 */
public record WebhookView(
        String id,
        String accountId,
        String name,
        String url,
        List<String> events,
        @Nullable Disabling disabling,
        int secretVersion,
        @Nullable Instant oldSecretUntil,
        Instant createdAt) {

    public record Disabling(DisableCause cause, Instant at) {}

    public boolean enabled() {
        return disabling == null;
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
