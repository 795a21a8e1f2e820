package dev.kiwi.command.webhook.delivery;

import static dev.kiwi.command.webhook.delivery.SendingOffice.ACCOUNT;
import static dev.kiwi.command.webhook.delivery.SendingOffice.HOOK;
import static dev.kiwi.command.webhook.delivery.SendingOffice.OTHER_HOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.command.webhook.delivery.Post.Answer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads that send. */
class DeliveryWorkerTest {
    private final SendingOffice office = new SendingOffice();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private ScriptedPost post = ScriptedPost.answering(200);
    private final DeliveryWorker worker = new DeliveryWorker(
            () -> {
                made.incrementAndGet();
                return office.deliveries((url, headers, body) -> post.send(url, headers, body));
            },
            office.clock);

    @AfterEach
    void stop() {
        release.countDown();
        worker.stop();
    }

    private void awaitDelivered(String webhookId, String id) {
        await().until(() -> office.item(webhookId, id).status().equals("delivered"));
    }

    @Test
    void isWokenByWhatIsQueuedAndSleepsOtherwise() {
        worker.start();
        assertThat(made).as("nothing is made at the start").hasValue(0);
        String id = office.queue(HOOK, "e1");
        worker.wake();
        awaitDelivered(HOOK, id);

        String again = office.queue(HOOK, "e2");
        worker.wake();
        awaitDelivered(HOOK, again);
    }

    @Test
    void oneThatHangsDelaysNobodyElse() {
        post = new ScriptedPost(posted -> {
            if (posted.url().contains(HOOK)) {
                awaitRelease();
            }
            return new Answer(200, "");
        });
        worker.start();
        String slow = office.queue(HOOK, "e1");
        String second = office.queue(HOOK, "e2");
        String quick = office.queue(OTHER_HOOK, "e1");
        worker.wake();
        awaitDelivered(OTHER_HOOK, quick);
        assertThat(office.item(HOOK, slow).status()).isEqualTo("pending");
        release.countDown();
        awaitDelivered(HOOK, slow);
        awaitDelivered(HOOK, second);
    }

    @Test
    void neverMoreThanSixteenAtOnce() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        post = new ScriptedPost(_ -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            awaitRelease();
            now.decrementAndGet();
            return new Answer(200, "");
        });
        for (int n = 0; n < 20; n++) {
            String hook = "%024x".formatted(n);
            office.subscribe(hook, ACCOUNT);
            office.outbox.queue(
                    new Subscriber(hook, ACCOUNT), hook, "e" + n, "token.minted", "{}", RetrySchedule.PATIENCE);
        }
        worker.start();
        worker.wake();
        await().until(() -> now.get() == DeliveryWorker.MOST_AT_ONCE);
        release.countDown();
        await().until(() -> post.posted.size() == 20);
        assertThat(most).hasValue(DeliveryWorker.MOST_AT_ONCE);
    }

    @Test
    void whatFailsUnexpectedlyStopsNobody() {
        post = new ScriptedPost(posted -> {
            if (posted.url().contains(HOOK)) {
                throw new IllegalStateException("a defect");
            }
            return new Answer(200, "");
        });
        worker.start();
        office.queue(HOOK, "e1");
        String other = office.queue(OTHER_HOOK, "e1");
        worker.wake();
        awaitDelivered(OTHER_HOOK, other);
    }

    @Test
    void sendsNothingBeforeItIsStartedOrAfterItIsStopped() {
        office.queue(HOOK, "e1");
        worker.wake();
        worker.start();
        worker.stop();
        worker.wake();
        assertThat(post.posted).isEmpty();
        assertThat(made).hasValue(0);
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
