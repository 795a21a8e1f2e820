package dev.kiwi.command.mail;

import java.sql.Timestamp;
import java.time.Instant;

/** Accounts whose address takes no mail, in the order of the events that say so. Every call blocks. */
final class BouncedAccounts {
    private final MailTables tables;

    BouncedAccounts(MailTables tables) {
        this.tables = tables;
    }

    void add(String accountId, Instant at) {
        tables.sql()
                .sql("insert into mail.bounced (account_id, bounced_at) values (?, ?) on conflict do nothing")
                .params(accountId, Timestamp.from(at))
                .update();
    }

    void remove(String accountId) {
        tables.sql()
                .sql("delete from mail.bounced where account_id = ?")
                .param(accountId)
                .update();
    }

    boolean contains(String accountId) {
        return tables.sql()
                .sql("select exists (select from mail.bounced where account_id = ?)")
                .param(accountId)
                .query(Boolean.class)
                .single();
    }
}
