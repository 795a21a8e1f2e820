package dev.kiwi.web.token;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PATCH /tokens/{id}}; what is null or left out stays. A token's scopes, secret and end never change, so
 * they are no members of this.
 *
 * @param allowedIps in place of the whole allowlist; an empty list lifts the restriction
 */
record EditBody(
        @Nullable @Size(min = 1, max = 80) @StorableText String name,
        @Nullable List<@NotNull String> allowedIps) {}
