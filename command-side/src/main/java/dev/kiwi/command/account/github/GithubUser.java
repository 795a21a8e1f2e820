package dev.kiwi.command.account.github;

import dev.kiwi.api.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged in at GitHub.
 *
 * @param id decimal digits; stays the same when the person changes name or address
 * @param email that GitHub has verified
 * @param name what the person is called there; null for nothing that can be shown
 */
public record GithubUser(
        String id, EmailAddress email, @Nullable String name) {
    /** Hides the person, so that nobody reaches a log. */
    @Override
    public String toString() {
        return "GithubUser[hidden]";
    }
}
