package dev.kiwi.web.giveaway;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /admin/vault/items/{id}}: what is null or left out stays. @param description blank for none */
record DrawerEditBody(
        @Nullable @Size(min = 1, max = DrawerBody.LONGEST_NAME) @StorableText
        String name,

        @Nullable @Size(max = DrawerBody.LONGEST_DESCRIPTION) @StorableText
        String description) {}
