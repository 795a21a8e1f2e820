package dev.kiwi.web.ingest;

import dev.kiwi.api.account.FindEmails;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.query.ingest.AccountEmails;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ingest log's look at accounts, through their query. Called on a query's own thread, which may wait. */
@Component
class AskedAccountEmails implements AccountEmails {
    private final QueryDispatcher queries;

    AskedAccountEmails(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public Map<String, String> of(Collection<String> accountIds) {
        return queries.query(new FindEmails(accountIds), FindEmails.Emails.class)
                .join()
                .byAccount();
    }
}
