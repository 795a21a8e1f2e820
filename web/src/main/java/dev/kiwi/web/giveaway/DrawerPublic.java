package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.DrawerView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A drawer as administrators see it. */
record DrawerPublic(
        String id,
        String name,
        @Nullable String description,
        int available,
        int reserved,
        int awarded,
        int total,
        Instant createdAt) {

    static DrawerPublic of(DrawerView drawer) {
        return new DrawerPublic(
                drawer.id(),
                drawer.name(),
                drawer.description(),
                drawer.available(),
                drawer.reserved(),
                drawer.awarded(),
                drawer.available() + drawer.reserved() + drawer.awarded(),
                drawer.createdAt());
    }
}
