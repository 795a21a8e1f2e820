package dev.kiwi.web.webhook;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /webhooks/{id}}; what is null or left out stays. @param events in place of all */
record EditBody(
        @Nullable @Size(min = 1, max = CreateBody.LONGEST_NAME) @StorableText
        String name,

        @Nullable @Size(min = 1, max = CreateBody.LONGEST_URL) @StorableText
        String url,

        @Nullable @Size(min = 1, max = CreateBody.MOST_EVENTS)
        List<@NotNull String> events,

        @Nullable Boolean enabled) {
    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EditBody[hidden]";
    }
}
