package dev.kiwi.web.giveaway;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /admin/giveaways/{id}}: what is null or left out stays. @param description blank for none */
record GiveawayEditBody(
        @Nullable @Size(min = 1, max = GiveawayBody.LONGEST_TITLE) @StorableText
        String title,

        @Nullable @Size(max = GiveawayBody.LONGEST_DESCRIPTION) @StorableText
        String description,

        @Nullable @Size(max = GiveawayBody.LONGEST_TIME) String startsAt,
        @Nullable @Size(max = GiveawayBody.LONGEST_TIME) String endsAt,
        @Nullable String vaultItemId) {}
