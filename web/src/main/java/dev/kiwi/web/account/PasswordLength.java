package dev.kiwi.web.account;

import dev.kiwi.web.http.InvalidParameter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A new password is long enough, by the operator's setting, and short enough to hash (platform.md 3.3). */
@Component
class PasswordLength {
    private static final int LONGEST = 256;

    private final int shortest;

    PasswordLength(@Value("${PASSWORD_MIN_LENGTH:8}") int shortest) {
        this.shortest = shortest;
    }

    /** @param field of the body, for the answer of 422 */
    void require(String field, String password) {
        if (password.length() < shortest) {
            throw violated(field, "string_too_short");
        }
        if (password.length() > LONGEST) {
            throw violated(field, "string_too_long");
        }
    }

    private InvalidParameter violated(String field, String type) {
        return new InvalidParameter("body", field, "must have " + shortest + " to " + LONGEST + " characters", type);
    }
}
