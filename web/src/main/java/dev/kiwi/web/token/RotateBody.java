package dev.kiwi.web.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /tokens/{id}/rotate}, which may be left out.
 *
 * @param overlapHours for so long the old secret goes on working; left out, null or 0: not at all
 */
record RotateBody(@Nullable @Min(0) @Max(24) Integer overlapHours) {
    static Duration overlap(@Nullable RotateBody body) {
        return body == null || body.overlapHours() == null ? Duration.ZERO : Duration.ofHours(body.overlapHours());
    }
}
