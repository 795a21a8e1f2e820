package dev.kiwi.web.giveaway;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /admin/giveaways}.
 *
 * @param description null for the drawer's
 * @param startsAt ISO 8601, as the other; in UTC without an offset
 */
record GiveawayBody(
        @NotNull @Size(min = 1, max = LONGEST_TITLE) @StorableText
        String title,

        @Nullable @Size(max = LONGEST_DESCRIPTION) @StorableText
        String description,

        @NotNull @Size(max = LONGEST_TIME) String startsAt,
        @NotNull @Size(max = LONGEST_TIME) String endsAt,
        @NotNull String vaultItemId) {
    static final int LONGEST_TITLE = 160;
    static final int LONGEST_DESCRIPTION = 4_000;
    static final int LONGEST_TIME = 40;
}
