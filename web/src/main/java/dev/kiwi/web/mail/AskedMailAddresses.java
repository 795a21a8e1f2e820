package dev.kiwi.web.mail;

import dev.kiwi.api.account.FindEmails;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.mail.MailAddresses;
import dev.kiwi.web.dispatch.CaughtUpQueries;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail context's look at accounts, through their query. */
@Component
final class AskedMailAddresses implements MailAddresses {
    private final CaughtUpQueries queries;

    AskedMailAddresses(CaughtUpQueries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<String> of(String accountId, long position) {
        return queries.ask(new FindEmails(List.of(accountId)), FindEmails.Emails.class, Projection.ACCOUNT, position)
                .map(emails -> emails.byAccount().get(accountId));
    }
}
