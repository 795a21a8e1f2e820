package dev.kiwi.web.giveaway;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /admin/vault/items}. */
record DrawerBody(
        @NotNull @Size(min = 1, max = LONGEST_NAME) @StorableText
        String name,

        @Nullable @Size(max = LONGEST_DESCRIPTION) @StorableText
        String description) {
    static final int LONGEST_NAME = 120;
    static final int LONGEST_DESCRIPTION = 2_000;
}
