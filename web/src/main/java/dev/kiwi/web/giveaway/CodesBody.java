package dev.kiwi.web.giveaway;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Body of {@code POST /admin/vault/items/{id}/codes}. */
record CodesBody(@NotNull @Size(min = 1, max = MOST) List<@NotNull @StorableText String> codes) {
    static final int MOST = 5_000;

    /** Leaves the codes out, so that they never reach a log. */
    @Override
    public String toString() {
        return "CodesBody";
    }
}
