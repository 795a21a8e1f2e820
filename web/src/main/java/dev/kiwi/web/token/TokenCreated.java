package dev.kiwi.web.token;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new token and, this once, its whole text. */
record TokenCreated(@JsonUnwrapped TokenPublic created, String token) {
    /** Hides the secret, so that it never reaches a log. */
    @Override
    public String toString() {
        return "TokenCreated[" + created.prefix() + "]";
    }
}
