package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.CodeView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code as administrators see it. @param code null when its text was thrown away just now */
record CodePublic(
        String id,
        @Nullable String code,
        String status,
        @Nullable String giveawayId,
        @Nullable Instant awardedAt,
        Instant createdAt) {

    static CodePublic of(CodeView code, @Nullable String text) {
        return new CodePublic(code.id(), text, code.status(), code.giveawayId(), code.awardedAt(), code.createdAt());
    }

    /** Leaves the code out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CodePublic[" + id + "]";
    }
}
