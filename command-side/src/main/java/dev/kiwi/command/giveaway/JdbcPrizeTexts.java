package dev.kiwi.command.giveaway;

import dev.kiwi.api.giveaway.DrawerKey;
import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code es.prize_text}: each text under a key of its drawer. */
public final class JdbcPrizeTexts implements PrizeTexts {
    private static final String ALGORITHM = "HmacSHA256";
    /** Longer than any command that still writes one may take. */
    private static final Duration UNKNOWN_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final PersonalDataCipher cipher;
    private final SecretKey hashing;
    private final Clock clock;

    public JdbcPrizeTexts(DataSource dataSource, PersonalDataCipher cipher, SecretKey hashing, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.cipher = cipher;
        this.hashing = hashing;
        this.clock = clock;
    }

    @Override
    public String hash(String drawerId, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(hashing);
            return HexFormat.of().formatHex(mac.doFinal((drawerId + "\0" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public void put(String drawerId, String codeId, String textId, String text) {
        String sealed = cipher.encrypt(text.getBytes(StandardCharsets.UTF_8), place(drawerId, textId));
        if (sealed == null) {
            throw new IllegalStateException("The key of drawer " + drawerId + " is destroyed");
        }
        jdbc.sql("insert into es.prize_text (text_id, drawer_id, code_id, sealed, stored_at) values (?, ?, ?, ?, ?)")
                .params(textId, drawerId, codeId, sealed, Timestamp.from(clock.instant()))
                .update();
    }

    private record Row(String drawerId, String sealed) {}

    @Override
    public Optional<String> open(String textId) {
        return jdbc.sql("select drawer_id, sealed from es.prize_text where text_id = ?")
                .param(textId)
                .query((row, n) -> new Row(row.getString(1), row.getString(2)))
                .optional()
                .flatMap(row -> open(row, textId));
    }

    private Optional<String> open(Row row, String textId) {
        byte[] plain = cipher.decrypt(row.sealed(), place(row.drawerId(), textId));
        return plain == null ? Optional.empty() : Optional.of(new String(plain, StandardCharsets.UTF_8));
    }

    @Override
    public void forgetWithCommit(Collection<String> textIds) {
        List<String> gone = List.copyOf(textIds);
        CurrentUnitOfWork.get().afterCommit(_ -> forget(gone));
    }

    private void forget(List<String> textIds) {
        jdbc.sql("delete from es.prize_text where text_id = any (?)")
                .param(textIds.toArray(String[]::new))
                .update();
    }

    /**
     * Forgets texts of codes that no drawer has, and those that are not their code's any more: what a command left behind
     * that ended between the vault and its events, or between its events and the vault.
     *
     * @return how many
     */
    public int sweep() {
        return jdbc.sql("""
                        delete from es.prize_text text where stored_at < ? and (
                            not exists (
                                select 1 from es.claim code
                                where code.kind = 'prize_code:' || text.drawer_id and code.value = text.code_id)
                            or exists (
                                select 1 from es.claim current
                                where current.kind = 'prize_code_text:' || text.drawer_id
                                    and current.value = text.code_id and current.owner <> text.text_id))""")
                .param(Timestamp.from(clock.instant().minus(UNKNOWN_FOR)))
                .update();
    }

    private static Place place(String drawerId, String textId) {
        return new Place("es.prize_text", textId, DrawerKey.of(drawerId));
    }
}
