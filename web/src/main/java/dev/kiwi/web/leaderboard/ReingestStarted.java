package dev.kiwi.web.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Answer to the order to file the backlog again; what is null is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReingestStarted(
        boolean started,
        int files,
        @Nullable Boolean clearFirst,
        @Nullable String message) {

    static ReingestStarted of(int files, boolean clearFirst) {
        return files == 0
                ? new ReingestStarted(false, 0, null, "The backlog is empty.")
                : new ReingestStarted(true, files, clearFirst, null);
    }
}
