package dev.kiwi.projection.session;

import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasskeyRenamed;
import dev.kiwi.api.account.AccountEvent.PasskeyUsed;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;

/** Rows of {@code passkey}: beside sessions, because they open them. */
final class PasskeyRows {
    private final ReadModel model;

    PasskeyRows(ReadModel model) {
        this.model = model;
    }

    void add(PasskeyAdded event) {
        model.change(
                "insert into passkey (id, account_id, name, synced, created_at) values (?, ?, ?, ?, ?)",
                event.passkeyId(),
                event.accountId(),
                event.name(),
                event.synced(),
                Timestamp.from(event.addedAt()));
    }

    void rename(PasskeyRenamed event) {
        model.change("update passkey set name = ? where id = ?", event.name(), event.passkeyId());
    }

    void use(PasskeyUsed event) {
        model.change(
                "update passkey set synced = ?, last_used_at = ? where id = ?",
                event.synced(),
                Timestamp.from(event.usedAt()),
                event.passkeyId());
    }

    void remove(PasskeyRemoved event) {
        model.change("delete from passkey where id = ?", event.passkeyId());
    }

    void forget(String accountId) {
        model.change("delete from passkey where account_id = ?", accountId);
    }
}
