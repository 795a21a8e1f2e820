package dev.kiwi.command.account.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code es.passkey}. */
final class PasskeyTable {
    private static final String SELECT = """
            select id, account_id, credential_hash, credential, attestation, transports, sign_count
            from es.passkey\s""";

    private final JdbcClient jdbc;

    PasskeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sealedCredential the credential's id, encrypted with the account's key
     * @param sealedAttestation the attestation object, encrypted likewise
     * @param signCount the last one that was seen
     */
    record Row(
            String id,
            String accountId,
            String credentialHash,
            String sealedCredential,
            String sealedAttestation,
            List<String> transports,
            long signCount) {}

    void insert(Row row, Instant now) {
        jdbc.sql("""
                        insert into es.passkey (id, account_id, credential_hash, credential, attestation, transports,
                            sign_count, created_at)
                        values (:id, :account, :hash, :credential, :attestation, :transports, :count, :at)""")
                .param("id", row.id())
                .param("account", row.accountId())
                .param("hash", row.credentialHash())
                .param("credential", row.sealedCredential())
                .param("attestation", row.sealedAttestation())
                .param("transports", row.transports().toArray(String[]::new))
                .param("count", row.signCount())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** Holds everybody else back from the row until the transaction ends. */
    Optional<Row> lock(String credentialHash) {
        return jdbc.sql(SELECT + "where credential_hash = :hash for update")
                .param("hash", credentialHash)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Oldest first. */
    List<Row> of(String accountId) {
        return jdbc.sql(SELECT + "where account_id = :account order by id")
                .param("account", accountId)
                .query((row, n) -> row(row))
                .list();
    }

    void counted(String id, long signCount) {
        jdbc.sql("update es.passkey set sign_count = :count where id = :id")
                .param("count", signCount)
                .param("id", id)
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from es.passkey where id = :id").param("id", id).update();
    }

    void deleteOf(String accountId) {
        jdbc.sql("delete from es.passkey where account_id = :account")
                .param("account", accountId)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("credential_hash"),
                row.getString("credential"),
                row.getString("attestation"),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getLong("sign_count"));
    }
}
