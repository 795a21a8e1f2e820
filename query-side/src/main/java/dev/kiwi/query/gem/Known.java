package dev.kiwi.query.gem;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.Optional;

/** Rows that a caller names by their ids. */
final class Known {
    private Known() {}

    /** @throws Refusal for an id that no row has */
    static <T> T row(Optional<T> found, int id, String what) {
        return found.orElseThrow(() -> refusal("There is no " + what + " " + id + "; the lookups list what there is."));
    }

    /** @throws Refusal also for one that never rolls */
    static StatType rolling(GemTables tables, int id) {
        StatType stat = row(tables.statType(id), id, "stat type");
        if (!stat.hasNumbers()) {
            throw refusal(stat.name() + " is no stat that gems have.");
        }
        return stat;
    }

    static Refusal refusal(String message) {
        return new Refusal(ErrorCode.BAD_REQUEST, message);
    }
}
