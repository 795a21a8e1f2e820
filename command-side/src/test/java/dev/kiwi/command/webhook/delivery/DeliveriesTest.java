package dev.kiwi.command.webhook.delivery;

import static dev.kiwi.command.webhook.delivery.SendingOffice.ACCOUNT;
import static dev.kiwi.command.webhook.delivery.SendingOffice.HOOK;
import static dev.kiwi.command.webhook.delivery.SendingOffice.OTHER_HOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.command.webhook.delivery.DeliveryDetail.Attempt;
import dev.kiwi.command.webhook.delivery.Post.Answer;
import dev.kiwi.command.webhook.delivery.ScriptedPost.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What becomes of a queued delivery. */
class DeliveriesTest {
    private final SendingOffice office = new SendingOffice();
    private final ScriptedPost good = ScriptedPost.answering(200);
    private final ScriptedPost bad = ScriptedPost.answering(500);

    @Test
    void whatIsQueuedIsPostedOnceWithASignatureThatAnybodyCanCheck() throws Exception {
        String id = office.queue(HOOK, "e1");
        assertThat(office.sendAll(good)).isEqualTo(1);
        assertThat(office.sendAll(good)).isZero();

        Posted posted = good.posted.getFirst();
        assertThat(posted.url()).isEqualTo("https://" + HOOK + ".example/hook");
        assertThat(posted.body()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(posted.headers())
                .containsEntry("Kiwi-Webhook-Id", HOOK)
                .containsEntry("Kiwi-Delivery-Id", id)
                .containsEntry("Kiwi-Event", "token.minted");
        String secret = office.secrets.present(office.webhooks.get(HOOK));
        long at = office.clock.instant().getEpochSecond();
        assertThat(posted.headers().get("Kiwi-Signature"))
                .isEqualTo("t=" + at + ",v1=" + hmac(secret, at + "." + posted.body()));

        DeliveryItem item = office.item(HOOK, id);
        assertThat(item.status()).isEqualTo("delivered");
        assertThat(item.attempts()).isEqualTo(1);
        assertThat(item.lastStatus()).isEqualTo(200);
        assertThat(item.nextAttemptAt()).isNull();
        assertThat(item.finishedAt()).isEqualTo(office.clock.instant());
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFailureIsTriedAgainForADayAndEachAttemptIsSignedAnew() {
        String id = office.queue(HOOK, "e1");
        List<Duration> pauses = new ArrayList<>();
        assertThat(office.sendAll(bad)).isEqualTo(1);
        while (office.item(HOOK, id).status().equals("pending")) {
            Duration pause = Duration.between(
                    office.clock.instant(), office.item(HOOK, id).nextAttemptAt());
            pauses.add(pause);
            office.later(pause.minusMillis(1));
            assertThat(office.sendAll(bad)).as("not before its time").isZero();
            office.later(Duration.ofMillis(1));
            assertThat(office.sendAll(bad)).isEqualTo(1);
        }
        assertThat(pauses.stream().map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 209L);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofDays(1));

        DeliveryItem item = office.item(HOOK, id);
        assertThat(item.status()).isEqualTo("failed");
        assertThat(item.attempts()).isEqualTo(13);
        assertThat(bad.posted.stream().map(Posted::body).distinct()).hasSize(1);
        assertThat(bad.posted.stream()
                        .map(posted -> posted.headers().get("Kiwi-Signature"))
                        .distinct())
                .hasSize(13);
        office.later(Duration.ofDays(2));
        assertThat(office.sendAll(bad)).isZero();
    }

    @Test
    void anEndpointThatFailsForADayIsDisabledAndOneThatRecoversIsNot() {
        office.queue(HOOK, "e1");
        String other = office.queue(OTHER_HOOK, "e1");
        ScriptedPost mostly = new ScriptedPost(posted -> {
            boolean recovered = posted.url().contains(OTHER_HOOK)
                    && office.item(OTHER_HOOK, other).attempts() >= 11;
            return new Answer(recovered ? 200 : 503, "");
        });
        for (Optional<Instant> due = office.outbox.nextDue(); due.isPresent(); due = office.outbox.nextDue()) {
            assertThat(office.disabled).isEmpty();
            office.later(Duration.between(office.clock.instant(), due.get()));
            office.sendAll(mostly);
        }
        assertThat(office.disabled).containsExactly(new DisableWebhook(HOOK, DisableCause.FAILURES));
        assertThat(office.item(OTHER_HOOK, other).status()).isEqualTo("delivered");
    }

    @Test
    void theLogTellsOfEachAttempt() {
        String id = office.queue(HOOK, "e1");
        office.sendAll(new ScriptedPost(_ -> new Answer(302, "<b>moved</b>\r\n\u001b[31m")));
        office.later(Duration.ofMinutes(2));
        office.sendAll(new ScriptedPost(_ -> {
            throw new IOException("no answer in time");
        }));
        office.later(Duration.ofMinutes(3));
        office.sendAll(good);

        DeliveryDetail detail = office.log.find(HOOK, id);
        assertThat(detail.payload()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(detail.log())
                .extracting(Attempt::number, Attempt::status, Attempt::answer, Attempt::error)
                .containsExactly(
                        tuple(1, 302, "<b>moved</b> [31m", "redirects are not followed"),
                        tuple(2, null, null, "no answer in time"),
                        tuple(3, 200, null, null));
        assertThat(detail.log().getLast().startedAt()).isEqualTo(office.clock.instant());
        assertThat(office.meters.find("kiwi.webhook.attempts").timers().stream()
                        .collect(Collectors.toMap(timer -> timer.getId().getTag("outcome"), timer -> timer.count())))
                .containsEntry("delivered", 1L)
                .containsEntry("postponed", 2L);
    }

    @Test
    void anEventThatIsHandledAgainQueuesNothing() {
        office.queue(HOOK, "e1");
        office.queue(HOOK, "e1");
        assertThat(office.rows("delivery")).isEqualTo(1);
        office.sendAll(good);
        office.queue(HOOK, "e1");
        assertThat(office.sendAll(good)).isZero();
    }

    @Test
    void twoSendersNeverHoldOneEndpointAtOnce() {
        office.queue(HOOK, "e1");
        office.queue(HOOK, "e2");
        Deliveries one = office.deliveries(good);
        Deliveries two = office.deliveries(good);
        Outgoing held = one.claim().orElseThrow();
        assertThat(two.claim()).as("one at a time for each endpoint").isEmpty();

        String elsewhere = office.queue(OTHER_HOOK, "e1");
        assertThat(two.claim().orElseThrow().id()).as("others are not delayed").isEqualTo(elsewhere);
        one.attempt(held);
        assertThat(two.claim().orElseThrow().id()).isNotEqualTo(held.id());
    }

    @Test
    void manySendersAtOncePostEachDeliveryOnce() throws Exception {
        for (int n = 0; n < 20; n++) {
            office.subscribe("%024x".formatted(n), ACCOUNT);
            office.outbox.queue(
                    new Subscriber("%024x".formatted(n), ACCOUNT),
                    "6b%022d".formatted(n),
                    "e" + n,
                    "token.minted",
                    "{\"n\":" + n + "}",
                    RetrySchedule.PATIENCE);
        }
        List<Thread> senders = IntStream.range(0, 6)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> office.sendAll(good)))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(good.posted.stream().map(Posted::body))
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void oneThatDiesBetweenThePostAndItsNoteHasItPostedAgainByAnother() {
        String id = office.queue(HOOK, "e1");
        Outgoing held = office.deliveries(good).claim().orElseThrow();
        // It is posted, and the node dies before it says so.
        office.later(Outbox.LEASE.minusMillis(1));
        assertThat(office.sendAll(good)).isZero();
        office.later(Duration.ofMillis(1));
        assertThat(office.sendAll(good)).isEqualTo(1);
        assertThat(office.item(HOOK, id).status()).isEqualTo("delivered");

        // It was not dead but slow: what it says now counts no more.
        Instant now = office.clock.instant();
        office.outbox.settle(held, new Outcome(now, Duration.ZERO, 500, null, "late"), now);
        assertThat(office.item(HOOK, id).status()).isEqualTo("delivered");
        assertThat(office.item(HOOK, id).attempts()).isEqualTo(1);
    }

    @Test
    void aSlowEndpointGoesToTheEndOfTheQueue() {
        String first = office.queue(HOOK, "e1");
        office.queue(HOOK, "e2");
        String other = office.queue(OTHER_HOOK, "e1");
        List<String> order = new ArrayList<>();
        Deliveries sender = office.deliveries(good);
        for (Optional<Outgoing> next = sender.claim(); next.isPresent(); next = sender.claim()) {
            order.add(next.get().id());
            office.later(Duration.ofSeconds(9));
            sender.attempt(next.get());
        }
        assertThat(order).hasSize(3);
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder(first, other);
    }

    @Test
    void whatWaitsIsCancelledWhenTheWebhookIsDisabled() {
        String id = office.queue(HOOK, "e1");
        office.disable(HOOK, ACCOUNT);
        assertThat(office.sendAll(good)).isEqualTo(1);
        assertThat(good.posted).isEmpty();
        assertThat(office.item(HOOK, id).status()).isEqualTo("cancelled");
        assertThat(office.outbox.nextDue()).isEmpty();
    }

    @Test
    void whatWaitsIsDroppedWhenTheWebhookIsGone() {
        office.queue(HOOK, "e1");
        office.webhooks.remove(HOOK);
        office.sendAll(good);
        assertThat(good.posted).isEmpty();
        assertThat(office.rows("delivery") + office.rows("endpoint")).isZero();
    }

    @Test
    void whatWaitsIsDroppedWhenThePersonIsErasedAndNothingCanBeRead() {
        office.queue(HOOK, "e1");
        office.sendAll(new ScriptedPost(_ -> new Answer(500, "canary of the receiver")));
        String stored = office.sql()
                .sql("select d.body || a.answer || a.error from webhook_outbox.delivery d"
                        + " join webhook_outbox.attempt a on a.delivery_id = d.id")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("canary", "\"id\"", "2xx");

        office.keys.destroy(ACCOUNT);
        office.later(Duration.ofMinutes(2));
        office.sendAll(good);
        assertThat(good.posted).isEmpty();
        assertThat(office.rows("delivery") + office.rows("attempt")).isZero();
        office.queue(HOOK, "e2");
        assertThat(office.rows("delivery"))
                .as("nothing is queued for the erased")
                .isZero();
    }

    @Test
    void theLogIsKeptForAMonth() {
        office.queue(HOOK, "e1");
        office.sendAll(good);
        office.later(Duration.ofDays(29));
        office.queue(HOOK, "e2");
        assertThat(office.endings.expire(Duration.ofDays(30))).isZero();
        office.later(Duration.ofDays(2));
        assertThat(office.endings.expire(Duration.ofDays(30))).isEqualTo(1);
        assertThat(office.rows("delivery")).isEqualTo(1);
        assertThat(office.rows("attempt")).isZero();
    }
}
