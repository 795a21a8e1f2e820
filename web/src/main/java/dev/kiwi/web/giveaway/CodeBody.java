package dev.kiwi.web.giveaway;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Body of {@code PATCH /admin/vault/codes/{id}}. */
record CodeBody(
        @NotNull @Size(min = 1, max = LONGEST) @StorableText String code) {
    static final int LONGEST = 400;

    /** Leaves the code out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CodeBody";
    }
}
