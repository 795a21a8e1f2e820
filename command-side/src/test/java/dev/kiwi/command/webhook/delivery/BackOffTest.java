package dev.kiwi.command.webhook.delivery;

import static dev.kiwi.command.webhook.delivery.SendingOffice.ACCOUNT;
import static dev.kiwi.command.webhook.delivery.SendingOffice.HOOK;
import static dev.kiwi.command.webhook.delivery.SendingOffice.OTHER_HOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.webhook.delivery.EndpointLog.Failing;
import dev.kiwi.command.webhook.delivery.Post.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An endpoint that fails is left alone, and what waits for it is bounded. */
class BackOffTest {
    private final SendingOffice office = new SendingOffice();
    private final ScriptedPost good = ScriptedPost.answering(200);
    private final ScriptedPost bad = ScriptedPost.answering(500);

    private WebhookView hook() {
        return office.webhooks.get(HOOK);
    }

    private void queue(int count) {
        IntStream.range(0, count).forEach(n -> office.queue(HOOK, "e" + n));
    }

    private EndpointStanding standing() {
        return office.endpoints.standing(HOOK);
    }

    /** When the sender looks again, as the application does. */
    private void atTheNextDue() {
        Instant due = office.outbox.nextDue().orElseThrow();
        assertThat(due).isAfter(office.clock.instant());
        office.later(Duration.between(office.clock.instant(), due));
    }

    @Test
    void howeverMuchWaitsAnEndpointThatFailsIsTriedOnceAPause() {
        queue(60);
        String other = office.queue(OTHER_HOOK, "e0");
        ScriptedPost half = new ScriptedPost(posted -> new Answer(posted.url().contains(HOOK) ? 500 : 200, ""));
        assertThat(office.sendAll(half)).as("three failures, and the other's").isEqualTo(4);
        assertThat(office.item(OTHER_HOOK, other).status()).isEqualTo("delivered");
        assertThat(standing().notBefore()).isEqualTo(office.clock.instant().plus(Duration.ofMinutes(1)));

        List<Long> pauses = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            Instant before = office.clock.instant();
            assertThat(office.sendAll(bad)).as("not before its time").isZero();
            atTheNextDue();
            pauses.add(Duration.between(before, office.clock.instant()).toMinutes());
            assertThat(office.sendAll(bad)).isEqualTo(1);
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(office.disabled).as("an outage of hours").isEmpty();
    }

    @Test
    void aDeliveryThatIsAloneIsNotDelayedByItsEndpointsPause() {
        Instant now = office.clock.instant();
        RetrySchedule shortest = new RetrySchedule(() -> 0);
        for (int failures = 1; failures < 40; failures++) {
            Instant own = shortest.next(failures, now, now.plus(RetrySchedule.PATIENCE))
                    .orElseThrow();
            Instant pause = new Standing(now, failures).notBefore(now);
            assertThat(pause == null || !pause.isAfter(own))
                    .as("%d failures", failures)
                    .isTrue();
        }
    }

    @Test
    void twoFailuresMayBeTheMessagesOwn() {
        queue(6);
        int[] posts = {0};
        ScriptedPost everyThirdGood = new ScriptedPost(_ -> new Answer(++posts[0] % 3 == 0 ? 200 : 400, ""));
        assertThat(office.sendAll(everyThirdGood)).isEqualTo(6);
        assertThat(standing().notBefore()).isNull();
    }

    @Test
    void whatGetsThroughEndsThePause() {
        queue(10);
        office.sendAll(bad);
        atTheNextDue();
        assertThat(office.sendAll(good))
                .as("all but those that wait for their own time")
                .isGreaterThanOrEqualTo(7);
        EndpointStanding after = standing();
        assertThat(after.failingSince()).isNull();
        assertThat(after.notBefore()).isNull();
        office.later(Duration.ofMinutes(2));
        office.sendAll(good);
        assertThat(standing().waiting()).isZero();
    }

    @Test
    void whatItsOwnerAsksForIsSentDuringAPauseAndEndsItWhenItGetsThrough() {
        String sent = office.queue(HOOK, "sent");
        office.sendAll(good);
        queue(10);
        office.sendAll(bad);
        String ping = office.desk.ping(hook()).id();
        assertThat(office.item(HOOK, ping).nextAttemptAt()).isEqualTo(office.clock.instant());
        assertThat(office.sendAll(bad)).as("the ping alone").isEqualTo(1);
        assertThat(office.item(HOOK, ping).status()).isEqualTo("failed");

        office.desk.redeliver(hook(), sent);
        assertThat(office.sendAll(good)).as("the order, then what was due").isEqualTo(1 + 7);
        assertThat(office.item(HOOK, sent).attempts()).isEqualTo(2);
    }

    @Test
    void anEventDuringAPauseWaitsForItsEndAndItsOwnerSeesSo() {
        queue(3);
        office.sendAll(bad);
        Instant end = office.clock.instant().plus(Duration.ofMinutes(1));
        String late = office.queue(HOOK, "late");
        assertThat(office.outbox.nextDue()).contains(end);
        assertThat(office.sendAll(good)).isZero();
        assertThat(office.item(HOOK, late).nextAttemptAt()).isEqualTo(end);
    }

    @Test
    void disablingEndsThePauseAndForgetsFailures() {
        queue(5);
        office.sendAll(bad);
        office.endings.cancel(HOOK, office.clock.instant());
        assertThat(standing()).isEqualTo(EndpointStanding.UNUSED);
        assertThat(office.outbox.nextDue()).isEmpty();
    }

    @Test
    void aDisablingOfBeforeItFailedForgetsNothing() {
        queue(5);
        office.later(Duration.ofMinutes(1));
        office.sendAll(bad);
        EndpointStanding before = standing();
        office.endings.cancel(HOOK, office.clock.instant().minusSeconds(1));
        assertThat(standing().failures()).isEqualTo(3);
        assertThat(standing().failingSince()).isEqualTo(before.failingSince());
        assertThat(standing().notBefore()).isEqualTo(before.notBefore());
    }

    @Test
    void ofMoreThanAThousandThatWaitTheRestIsDroppedAndCounted() {
        fill(Outbox.MOST_WAITING - 1);
        String last = office.queue(HOOK, "last");
        office.later(Duration.ofSeconds(1));
        office.queue(HOOK, "over");
        Instant droppedAt = office.clock.instant();
        office.queue(HOOK, "last");
        office.later(Duration.ofSeconds(1));
        assertThat(standing()).isEqualTo(new EndpointStanding(null, 0, null, Outbox.MOST_WAITING, 1, droppedAt));
        assertThat(office.item(HOOK, last).status()).isEqualTo("pending");
        assertThat(office.rows("delivery")).isEqualTo(Outbox.MOST_WAITING);

        // Orders by hand are bounded by themselves, and another webhook has a thousand of its own.
        String ping = office.desk.ping(hook()).id();
        assertThat(office.item(HOOK, ping).status()).isEqualTo("pending");
        office.queue(OTHER_HOOK, "over");
        assertThat(office.endpoints.standing(OTHER_HOOK).waiting()).isEqualTo(1);

        office.sql()
                .sql("delete from webhook_outbox.delivery where event_id = 'last'")
                .update();
        office.sql()
                .sql("delete from webhook_outbox.delivery where event_id is null")
                .update();
        office.queue(HOOK, "room again");
        assertThat(standing().waiting()).isEqualTo(Outbox.MOST_WAITING);
        assertThat(standing().dropped()).isEqualTo(1);
    }

    private void fill(int count) {
        office.queue(HOOK, "0");
        office.sql()
                .sql("insert into webhook_outbox.delivery (webhook_id, id, account_id, event_id, kind, body, status,"
                        + " next_attempt_at, give_up_at, created_at)"
                        + " select webhook_id, lpad(n::text, 24, '0'), :account, n::text, kind, body, status,"
                        + " next_attempt_at, give_up_at, created_at"
                        + " from webhook_outbox.delivery, generate_series(1, :count - 1) n")
                .param("account", ACCOUNT)
                .param("count", count)
                .update();
    }

    @Test
    void failingOnesAreListedNewestWebhookFirst() {
        assertThat(office.endpoints.failing(null, 9)).isEmpty();
        office.queue(HOOK, "e1");
        office.queue(OTHER_HOOK, "e1");
        office.sendAll(bad);
        List<Failing> both = office.endpoints.failing(null, 9);
        assertThat(both).extracting(Failing::webhookId).containsExactly(OTHER_HOOK, HOOK);
        assertThat(both.getLast().standing()).isEqualTo(standing());
        assertThat(standing().failingSince()).isEqualTo(office.clock.instant());
        assertThat(office.endpoints.failing(OTHER_HOOK, 9)).hasSize(1);
        assertThat(office.endpoints.failing(null, 1)).hasSize(1);
        Optional<Instant> due = office.outbox.nextDue();
        office.later(Duration.between(office.clock.instant(), due.orElseThrow()));
        office.sendAll(good);
        assertThat(office.endpoints.failing(null, 9)).isEmpty();
    }
}
