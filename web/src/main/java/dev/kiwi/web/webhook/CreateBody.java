package dev.kiwi.web.webhook;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Body of {@code POST /webhooks}. */
record CreateBody(
        @NotNull @Size(min = 1, max = LONGEST_NAME) @StorableText
        String name,

        @NotNull @Size(min = 1, max = LONGEST_URL) @StorableText
        String url,

        @NotNull @Size(min = 1, max = MOST_EVENTS) List<@NotNull String> events) {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_URL = 2_000;
    /** Repeats included; more than there are kinds. */
    static final int MOST_EVENTS = 100;

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CreateBody[" + name + "]";
    }
}
