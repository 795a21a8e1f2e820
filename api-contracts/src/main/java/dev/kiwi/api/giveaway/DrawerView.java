package dev.kiwi.api.giveaway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A drawer and how many codes of each kind it holds. */
public record DrawerView(
        String id,
        String name,
        @Nullable String description,
        int available,
        int reserved,
        int awarded,
        Instant createdAt) {}
