package dev.kiwi.query.ingest;

import java.util.Collection;
import java.util.Map;

/** E-mail addresses by account id; the log itself holds no personal data. Accounts that are gone are left out. */
public interface AccountEmails {
    Map<String, String> of(Collection<String> accountIds);
}
