package dev.kiwi.command.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code es.second_factor} and {@code es.recovery_code}. */
final class SecondFactorTable {
    private final JdbcClient jdbc;

    SecondFactorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sealedSecret encrypted with the account's key; null where there are recovery codes only
     * @param lastStep time step of the last accepted code
     * @param failures wrong codes since the last right one or the last lock
     */
    record Row(
            @Nullable String sealedSecret,
            long lastStep,
            int failures,
            @Nullable Instant lockedUntil,
            Instant createdAt) {}

    /**
     * A new secret in place of one that nobody has confirmed.
     *
     * @param settled one that was made before and confirmed is no authenticator, if the caller knows of none
     * @return false when one was confirmed that is younger
     */
    boolean put(String accountId, String sealedSecret, Instant now, Instant settled) {
        return jdbc.sql("""
                        insert into es.second_factor as held (account_id, secret, created_at) values (:id, :secret, :at)
                        on conflict (account_id) do update
                            set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
                            where held.secret is null or held.last_step = 0 or held.created_at < :settled""")
                        .param("id", accountId)
                        .param("secret", sealedSecret)
                        .param("at", Timestamp.from(now))
                        .param("settled", Timestamp.from(settled))
                        .update()
                == 1;
    }

    /** A row to count failures in, where there is none. */
    void putIfAbsent(String accountId, Instant now) {
        jdbc.sql("insert into es.second_factor (account_id, created_at) values (:id, :at) on conflict do nothing")
                .param("id", accountId)
                .param("at", Timestamp.from(now))
                .update();
    }

    void deleteSecret(String accountId) {
        jdbc.sql("update es.second_factor set secret = null, last_step = 0 where account_id = :id")
                .param("id", accountId)
                .update();
    }

    /** Holds everybody else back from the row until the transaction ends. */
    Optional<Row> lock(String accountId) {
        return jdbc.sql("""
                        select secret, last_step, failures, locked_until, created_at from es.second_factor
                        where account_id = :id for update""")
                .param("id", accountId)
                .query((row, n) -> {
                    Timestamp lockedUntil = row.getTimestamp("locked_until");
                    return new Row(
                            row.getString("secret"),
                            row.getLong("last_step"),
                            row.getInt("failures"),
                            lockedUntil == null ? null : lockedUntil.toInstant(),
                            row.getTimestamp("created_at").toInstant());
                })
                .optional();
    }

    void succeeded(String accountId, long lastStep) {
        jdbc.sql("""
                        update es.second_factor set last_step = :step, failures = 0, locked_until = null
                        where account_id = :id""").param("step", lastStep).param("id", accountId).update();
    }

    void failed(String accountId, int failures, @Nullable Instant lockedUntil) {
        jdbc.sql("update es.second_factor set failures = :failures, locked_until = :until where account_id = :id")
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : Timestamp.from(lockedUntil))
                .param("id", accountId)
                .update();
    }

    void replaceRecoveryCodes(String accountId, Collection<String> hashes) {
        jdbc.sql("delete from es.recovery_code where account_id = :id")
                .param("id", accountId)
                .update();
        jdbc.sql("insert into es.recovery_code (account_id, hash) select :id::text, unnest(:hashes::text[])")
                .param("id", accountId)
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    /** True for the one who takes it; a second one finds nothing. */
    boolean takeRecoveryCode(String accountId, String hash) {
        return jdbc.sql("delete from es.recovery_code where account_id = :id and hash = :hash")
                        .param("id", accountId)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    int recoveryCodesLeft(String accountId) {
        return jdbc.sql("select count(*) from es.recovery_code where account_id = :id")
                .param("id", accountId)
                .query(Integer.class)
                .single();
    }

    void delete(String accountId) {
        jdbc.sql("delete from es.recovery_code where account_id = :id")
                .param("id", accountId)
                .update();
        jdbc.sql("delete from es.second_factor where account_id = :id")
                .param("id", accountId)
                .update();
    }
}
