package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;

/** A link that was good once: its account is gone, or no longer what it was when the link was made. */
final class StaleLink {
    private StaleLink() {}

    static boolean isOne(Throwable error) {
        return error instanceof Refusal refusal
                && (refusal.code() == ErrorCode.NOT_FOUND || refusal.code() == ErrorCode.BAD_REQUEST);
    }
}
