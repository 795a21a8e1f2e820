package dev.kiwi.api.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What an event remembers of the request that led to it.
 *
 * @param subject whose key encrypts {@code ip}: the account behind the actor, or null for nobody known
 * @param requestId the {@code X-Request-ID} of the request
 * @param causationId id of the event that a policy reacts to; null for a request
 * @param correlationId shared by everything that one request caused
 * @param ip the client's address; personal data
 */
public record CommandContext(
        Actor actor,
        @Nullable String subject,
        String requestId,
        String correlationId,
        @Nullable String causationId,
        @Nullable String ip) {

    public static CommandContext system(String requestId) {
        return new CommandContext(Actor.SYSTEM, null, requestId, requestId, null, null);
    }
}
