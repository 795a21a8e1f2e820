package dev.kiwi.web.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /webhooks/{id}/rotate-secret}, which may be left out.
 *
 * @param overlapHours for so long what is sent is signed with the old secret too; left out or null: 24
 */
record RotateBody(@Nullable @Min(0) @Max(24) Integer overlapHours) {
    private static final Duration USUAL = Duration.ofHours(24);

    static Duration overlap(@Nullable RotateBody body) {
        return body == null || body.overlapHours() == null ? USUAL : Duration.ofHours(body.overlapHours());
    }
}
