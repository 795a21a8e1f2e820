package dev.kiwi.command.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.WebhookKey;
import dev.kiwi.command.claim.Claims;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** An account has ten places for webhooks. Places are claims, so that also parallel creations never take an eleventh. */
final class WebhookSlots {
    static final String KIND = "webhook_slot";
    static final int PLACES = 10;

    private WebhookSlots() {}

    /** Refused with {@code conflict} when there is no place left. */
    static void take(Claims claims, String accountId, String webhookId) {
        // Each webhook begins its search elsewhere, so that two at once seldom want the same place.
        int first = Math.floorMod(webhookId.hashCode(), PLACES);
        int free =
                find(first, place -> claims.find(KIND, value(accountId, place)).isEmpty());
        if (free < 0) {
            throw new Refusal(ErrorCode.CONFLICT, "An account has at most " + PLACES + " webhooks.");
        }
        claims.claim(KIND, value(accountId, free), WebhookKey.of(webhookId));
    }

    static void release(Claims claims, String accountId, String webhookId) {
        String owner = WebhookKey.of(webhookId);
        int held = find(
                0,
                place -> claims.find(KIND, value(accountId, place))
                        .filter(claimed -> claimed.owner().equals(owner))
                        .isPresent());
        if (held >= 0) {
            claims.release(KIND, value(accountId, held));
        }
    }

    private static int find(int first, Predicate<Integer> suits) {
        return IntStream.range(0, PLACES)
                .map(step -> (first + step) % PLACES)
                .filter(place -> suits.test(place))
                .findFirst()
                .orElse(-1);
    }

    private static String value(String accountId, int place) {
        return accountId + "/" + place;
    }
}
