package dev.kiwi.web.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A code of an authenticator or, where that is allowed, a recovery code. */
record CodeBody(@NotNull @Size(min = 1, max = 64) String code) {
    /** Hides the code, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CodeBody[hidden]";
    }
}
