package dev.kiwi.command.webhook.delivery;

import static dev.kiwi.command.webhook.delivery.SendingOffice.ACCOUNT;
import static dev.kiwi.command.webhook.delivery.SendingOffice.HOOK;
import static dev.kiwi.command.webhook.delivery.SendingOffice.OTHER_HOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.command.webhook.delivery.Post.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The threads that send. */
class DeliveryWorkerTest {
    private final SendingOffice office = new SendingOffice();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger outages = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(DeliveryWorker.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ScriptedPost post = ScriptedPost.answering(200);
    private final DeliveryWorker worker = new DeliveryWorker(
            () -> {
                if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("the database is away");
                }
                made.incrementAndGet();
                return office.deliveries((url, headers, body) -> post.send(url, headers, body));
            },
            office.clock,
            (name, work) -> threads.add(Thread.ofVirtual().name(name).start(work)));

    @BeforeEach
    void watchTheLog() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        release.countDown();
        worker.stop();
        logger.detachAppender(log);
        logger.setLevel(null);
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
        // A thread that would send is started by the wake itself, or not at all.
        assertThat(threads).isEmpty();
        assertThat(made).hasValue(0);
    }

    @Test
    void aStopLeavesWhatIsQueuedToOthersAndNoThreadBehind() throws InterruptedException {
        CountDownLatch posting = new CountDownLatch(1);
        post = new ScriptedPost(_ -> {
            posting.countDown();
            awaitRelease();
            return new Answer(200, "");
        });
        worker.start();
        String first = office.queue(HOOK, "e1");
        worker.wake();
        posting.await();
        worker.stop();
        String second = office.queue(HOOK, "e2");
        worker.wake();
        release.countDown();
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
        }
        assertThat(office.item(HOOK, first).status()).as("was on its way").isEqualTo("delivered");
        assertThat(office.item(HOOK, second).status()).isEqualTo("pending");
        assertThat(post.posted).hasSize(1);
    }

    @Test
    void anOutageIsToldOnceAndSoIsItsEnd() {
        outages.set(3);
        worker.start();
        String id = office.queue(HOOK, "e1");
        // Each wake ends a pause.
        for (int left = 2; left >= 0; left--) {
            int expected = left;
            worker.wake();
            await().until(() -> outages.get() == expected);
        }
        worker.wake();
        awaitDelivered(HOOK, id);
        await().until(() -> told().size() >= 2);
        assertThat(told())
                .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .containsExactly(tuple(Level.WARN, "Webhooks wait"), tuple(Level.INFO, "Webhooks are sent again"));
    }

    private List<ILoggingEvent> told() {
        return List.copyOf(log.list);
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
