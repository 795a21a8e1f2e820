package dev.kiwi.web.audit;

import dev.kiwi.api.audit.HistoryFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The filter of the history as query parameters; each may be left out. */
record HistoryParameters(
        @Nullable String context,
        @Nullable String type,
        @Nullable String entity,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @BindParam("after_position") Long afterPosition,
        @Nullable @BindParam("before_position") Long beforePosition) {

    HistoryFilter filter() {
        return new HistoryFilter(
                text(context), text(type), text(entity), text(actor), from, to, afterPosition, beforePosition);
    }

    // "?type=" means the same as no type.
    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }
}
