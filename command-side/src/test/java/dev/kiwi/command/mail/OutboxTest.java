package dev.kiwi.command.mail;

import static dev.kiwi.command.mail.PostOffice.ACCOUNT;
import static dev.kiwi.command.mail.PostOffice.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.mail.Courier.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a queued message, platform.md 18.2. */
class OutboxTest {
    private static final Outcome BUSY = new Outcome.NotNow("450 try again later", false);
    private static final Outcome NO_SUCH_USER = new Outcome.Refused("550 no such user");

    private final PostOffice office = new PostOffice();

    private void send(Courier courier) {
        office.round(courier).run(() -> true);
    }

    @Test
    void aSentMessageKeepsNothingOfWhatItSaid() {
        NotedCourier courier = new NotedCourier();
        office.queue("e1", null);
        send(courier);

        assertThat(courier.carried).containsExactly(ADDRESS + ": the link of e1");
        OutboxItem sent = office.only();
        assertThat(sent.status()).isEqualTo("sent");
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(sent.sentAt()).isEqualTo(office.clock.instant());
        assertThat(office.sql()
                        .sql("select text is null and html is null from mail.message")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        send(courier);
        assertThat(courier.carried).hasSize(1);
    }

    @Test
    void aPassingFailureIsTriedAgainAfterOneTwoFourAndEightMinutesAndThenGivenUp() {
        NotedCourier courier = NotedCourier.answering(BUSY);
        office.queue("e1", null);
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 4; attempt++) {
            send(courier);
            assertThat(office.only().attempts()).isEqualTo(attempt);
            assertThat(office.only().status()).isEqualTo("pending");
            Instant next = office.only().nextAttemptAt();
            Duration pause = Duration.between(office.clock.instant(), next);
            pauses.add(pause);

            office.clock.advance(pause.minusMillis(1));
            send(courier);
            assertThat(courier.carried).as("not before its time").hasSize(attempt);
            office.clock.advance(Duration.ofMillis(1));
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(240),
                        Duration.ofSeconds(480));

        send(courier);
        assertThat(office.only().status()).isEqualTo("failed");
        assertThat(office.only().attempts()).isEqualTo(5);
        assertThat(office.only().lastError()).isEqualTo("450 try again later");
        assertThat(office.reported).isEmpty();
        office.clock.advance(Duration.ofDays(1));
        send(courier);
        assertThat(courier.carried).hasSize(5);
        assertThat(office.meters.counter("kiwi.mail", "outcome", "failed").count())
                .isEqualTo(1);
    }

    @Test
    void aRefusalForGoodBouncesAndMarksTheAccount() {
        office.queue("e1", null);
        send(NotedCourier.answering(NO_SUCH_USER));

        assertThat(office.only().status()).isEqualTo("bounced");
        assertThat(office.only().attempts()).isEqualTo(1);
        assertThat(office.only().lastError()).isEqualTo("550 no such user");
        assertThat(office.reported).containsExactly(ACCOUNT + " " + ADDRESS);
    }

    @Test
    void aRefusalOfAnotherAddressThanTheAccountsMarksNobody() {
        office.queue("e1", "new@kiwi.example");
        send(NotedCourier.answering(NO_SUCH_USER));

        assertThat(office.only().status()).isEqualTo("bounced");
        assertThat(office.only().to()).isEqualTo("new@kiwi.example");
        assertThat(office.reported).isEmpty();
    }

    @Test
    void anAddressThatHasBouncedMeanwhileIsSkipped() {
        NotedCourier courier = new NotedCourier();
        office.queue("e1", null);
        office.bounced.add(ACCOUNT, office.clock.instant());
        send(courier);

        assertThat(courier.carried).isEmpty();
        assertThat(office.only().status()).isEqualTo("bounced");
        assertThat(office.only().attempts()).isZero();
        assertThat(office.only().lastError()).contains("known to take no mail");
    }

    @Test
    void aServerThatIsAwayCostsTheOthersNoAttempt() {
        NotedCourier courier = NotedCourier.answering(new Outcome.NotNow("connection refused", true));
        office.queue("e1", null);
        office.queue("e2", null);
        send(courier);

        assertThat(courier.carried).hasSize(1);
        assertThat(office.desk.list("pending", null, 10))
                .extracting(OutboxItem::attempts)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void whatADeadWorkerHasClaimedIsSentAfterFiveMinutesAndItsLateWordChangesNothing() {
        NotedCourier courier = new NotedCourier();
        office.queue("e1", null);
        Outgoing abandoned = office.outbox.claim().orElseThrow();
        office.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        send(courier);
        assertThat(courier.carried).isEmpty();

        office.clock.advance(Duration.ofMillis(1));
        send(courier);
        assertThat(courier.carried).hasSize(1);
        office.outbox.bounced(abandoned, "too late");
        assertThat(office.only().status()).isEqualTo("sent");
        assertThat(office.only().lastError()).isNull();
    }

    @Test
    void parallelWorkersNeverSendOneMessageTwice() throws Exception {
        NotedCourier courier = new NotedCourier();
        int messages = 120;
        IntStream.range(0, messages).forEach(i -> office.queue("e" + i, null));
        List<Thread> workers = IntStream.range(0, 6)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    OutboxRound round = office.round(courier);
                    boolean more = true;
                    while (more) {
                        more = round.run(() -> true);
                    }
                }))
                .toList();
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(courier.carried).hasSize(messages).doesNotHaveDuplicates();
        assertThat(office.desk.list("sent", null, 200)).hasSize(messages);
    }

    @Test
    void aRoundSendsFiftyTheOldestFirst() {
        NotedCourier courier = new NotedCourier();
        for (int i = 0; i < OutboxRound.LARGEST + 1; i++) {
            office.queue("e" + i, null);
            office.clock.advance(Duration.ofMillis(1));
        }
        assertThat(office.round(courier).run(() -> true)).isTrue();
        assertThat(courier.carried).hasSize(OutboxRound.LARGEST).last().isEqualTo(ADDRESS + ": the link of e49");
        assertThat(office.round(courier).run(() -> true)).isFalse();
        assertThat(courier.carried).hasSize(OutboxRound.LARGEST + 1);
    }

    @Test
    void aStopLeavesTheRestForLater() {
        NotedCourier courier = new NotedCourier();
        office.queue("e1", null);
        office.queue("e2", null);
        office.round(courier).run(() -> courier.carried.isEmpty());
        assertThat(courier.carried).hasSize(1);
        assertThat(office.desk.list("pending", null, 10)).hasSize(1);
    }

    @Test
    void whatIsStoredCannotBeReadWithoutTheAccountsKey() {
        office.queue("e1", "new@kiwi.example");
        send(NotedCourier.answering(new Outcome.NotNow("450 <new@kiwi.example> is busy", false)));
        assertThat(office.sql()
                        .sql("select m::text from mail.message m")
                        .query(String.class)
                        .single())
                .doesNotContain("new@kiwi.example")
                .doesNotContain("the link")
                .contains("enc:1:");
        assertThat(office.only().lastError()).contains("new@kiwi.example");
    }

    @Test
    void anErasedAccountGetsNoMailAndLeavesNone() {
        NotedCourier courier = new NotedCourier();
        office.queue("e1", "new@kiwi.example");
        office.keys.destroy(ACCOUNT);
        send(courier);
        assertThat(courier.carried).isEmpty();
        assertThat(office.desk.list(null, null, 10)).isEmpty();

        office.queue("e2", null);
        assertThat(office.desk.list(null, null, 10)).isEmpty();
    }

    @Test
    void anAccountThatIsGoneFromTheReadModelGetsNoMail() {
        NotedCourier courier = new NotedCourier();
        office.addresses.clear();
        office.queue("e1", null);
        send(courier);
        assertThat(courier.carried).isEmpty();
        assertThat(office.desk.list(null, null, 10)).isEmpty();
    }

    @Test
    void anEventIsToldOnceEvenWhenItIsHandledAgain() {
        office.queue("e1", null);
        office.queue("e1", null);
        assertThat(office.desk.list(null, null, 10)).hasSize(1);
    }

    @Test
    void anErrorIsKeptToFiveHundredCharacters() {
        office.queue("e1", null);
        send(NotedCourier.answering(new Outcome.NotNow("x".repeat(600), false)));
        assertThat(office.only().lastError()).hasSize(500);
    }

    @Test
    void anOperatorHasAFailedMessageTriedAgainWithAllItsAttempts() {
        office.queue("e1", null);
        send(NotedCourier.answering(NO_SUCH_USER));
        OutboxItem again = office.desk.retry(office.only().id());
        assertThat(again.status()).isEqualTo("pending");
        assertThat(again.attempts()).isZero();
        assertThat(office.wakes).hasValue(1);

        send(new NotedCourier());
        assertThat(office.only().status()).isEqualTo("sent");
        assertRefused(ErrorCode.CONFLICT, office.only().id());
        assertRefused(ErrorCode.NOT_FOUND, "5f00000000000000000000ff");
    }

    private void assertRefused(ErrorCode code, String id) {
        assertThatThrownBy(() -> office.desk.retry(id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void messagesAreListedNewestFirstAndByStatus() {
        office.queue("e1", null);
        office.queue("e2", null);
        office.queue("e3", null);
        List<OutboxItem> all = office.desk.list(null, null, 2);
        assertThat(all).hasSize(2).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        assertThat(office.desk.list(null, all.getLast().id(), 2)).hasSize(1);
        assertThat(office.desk.list("sent", null, 2)).isEmpty();
    }

    @Test
    void aMessageIsDeletedThirtyDaysAfterItWasQueued() {
        office.queue("e1", null);
        office.clock.advance(Duration.ofDays(30));
        assertThat(office.desk.expire()).isZero();
        office.clock.advance(Duration.ofMillis(1));
        assertThat(office.desk.expire()).isEqualTo(1);
        assertThat(office.desk.list(null, null, 10)).isEmpty();
    }
}
