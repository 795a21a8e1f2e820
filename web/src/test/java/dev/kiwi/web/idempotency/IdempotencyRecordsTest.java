package dev.kiwi.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.web.fixture.HttpTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpTest
class IdempotencyRecordsTest {
    @Autowired
    MovableClock clock;

    @Autowired
    IdempotencyRecords records;

    @Autowired
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    private static StoredAnswer answer(int status) {
        return new StoredAnswer(status, "text/plain", new byte[] {1}, null);
    }

    private void commit(Claim.Won attempt, @Nullable StoredAnswer answer) throws SQLException {
        write(records.row(attempt, answer));
    }

    private <R> void write(CompanionRow<R> row) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            row.table().write(connection, List.of(row.row()));
        }
    }

    private Claim find() {
        return records.find(List.of("idem:" + key)).getFirst();
    }

    private int status() {
        return ((Claim.Done) find()).answer().status();
    }

    @Test
    void ofTwoAttemptsOnTwoNodesTheFirstToCommitAnswersForBoth() throws SQLException {
        Claim.Won first = (Claim.Won) find();
        Claim.Won second = (Claim.Won) find();
        commit(first, answer(201));
        assertThat(catchThrowable(() -> commit(second, answer(202)))).isInstanceOf(Refusal.class);
        records.store(second, answer(409));
        assertThat(status()).isEqualTo(201);
    }

    @Test
    void whatIsCommittedWithoutAnAnswerKeepsOthersOffUntilTheAnswerIsThere() throws SQLException {
        Claim.Won first = (Claim.Won) find();
        Claim.Won second = (Claim.Won) find();
        commit(first, null);
        assertThat(find()).isInstanceOf(Claim.InFlight.class);
        assertThat(catchThrowable(() -> commit(second, null))).isInstanceOf(Refusal.class);
        records.store(first, answer(200));
        assertThat(status()).isEqualTo(200);
    }

    /** Its events are committed: a second attempt would do them again. */
    @Test
    void whatWasCommittedAndNeverAnsweredIsNotDoneAgain() throws SQLException {
        Claim.Won late = (Claim.Won) find();
        commit(late, null);
        clock.advance(Duration.ofSeconds(59));
        assertThat(find()).isInstanceOf(Claim.InFlight.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(find()).isInstanceOf(Claim.Unanswered.class);
        clock.advance(Duration.ofDays(1));
        commit((Claim.Won) find(), answer(201));
        records.store(late, answer(200));
        assertThat(status()).isEqualTo(201);
    }

    @Test
    void aSealedBodyOpensOnlyWithItsKeyAndItsIdentity() {
        BodySeal seal = new BodySeal("root");
        byte[] sealed = seal.close("secret".getBytes(), "idem:a");
        assertThat(seal.open(sealed, "idem:a")).asString().isEqualTo("secret");
        assertThat(catchThrowable(() -> seal.open(sealed, "idem:b"))).isInstanceOf(IllegalStateException.class);
        assertThat(catchThrowable(() -> new BodySeal("other").open(sealed, "idem:a")))
                .isInstanceOf(IllegalStateException.class);
    }
}
