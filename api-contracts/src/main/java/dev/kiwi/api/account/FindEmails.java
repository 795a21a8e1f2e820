package dev.kiwi.api.account;

import java.util.Collection;
import java.util.Map;

/** Query: the e-mail addresses of accounts; an account that is gone is left out. Answered with {@link Emails}. */
public record FindEmails(Collection<String> accountIds) {

    /** @param byAccount address by account id */
    public record Emails(Map<String, String> byAccount) {}
}
