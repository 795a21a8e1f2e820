package dev.kiwi.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kiwi.embedded.MovableClock;
import dev.kiwi.web.fixture.HttpTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpTest
class IdempotencyRecordsTest {
    @Autowired
    MovableClock clock;

    @Autowired
    IdempotencyRecords records;

    private final String key = UUID.randomUUID().toString();

    @Test
    void anAttemptThatHoldsTheLockLongerThanSixtySecondsIsTakenOverAndCannotOverwriteItsSuccessor() {
        Claim.Won late = (Claim.Won) records.claim("idem:" + key);
        clock.advance(Duration.ofSeconds(59));
        assertThat(records.claim("idem:" + key)).isInstanceOf(Claim.InFlight.class);
        clock.advance(Duration.ofSeconds(1));
        Claim.Won next = (Claim.Won) records.claim("idem:" + key);
        records.store(late, new StoredAnswer(200, "text/plain", "late".getBytes(), null));
        records.release(late);
        assertThat(records.claim("idem:" + key)).isInstanceOf(Claim.InFlight.class);
        records.store(next, new StoredAnswer(201, "text/plain", "next".getBytes(), null));
        assertThat(((Claim.Done) records.claim("idem:" + key)).answer().status())
                .isEqualTo(201);
    }

    @Test
    void ofTwoEqualOnesThatAreClaimedTogetherOneWins() {
        Claim.Won done = (Claim.Won) records.claim("idem:done" + key);
        records.store(done, new StoredAnswer(201, null, new byte[0], null));
        List<Claim> claims = records.claim(List.of("idem:b" + key, "idem:a" + key, "idem:b" + key, "idem:done" + key));
        assertThat(claims.get(0)).isInstanceOf(Claim.Won.class);
        assertThat(claims.get(1)).isInstanceOf(Claim.Won.class);
        assertThat(claims.get(2)).isInstanceOf(Claim.InFlight.class);
        assertThat(claims.get(3)).isInstanceOf(Claim.Done.class);
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
