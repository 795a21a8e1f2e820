package dev.kiwi.command.mail;

import static dev.kiwi.command.mail.PostOffice.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailWorkerTest {
    private final PostOffice office = new PostOffice();
    private final NotedCourier courier = new NotedCourier();
    private final AtomicInteger rounds = new AtomicInteger();

    private MailWorker worker(MailSettings settings, boolean works) {
        return new MailWorker(
                () -> {
                    rounds.incrementAndGet();
                    return office.round(courier);
                },
                settings,
                works);
    }

    @Test
    void aMessageThatIsQueuedHereIsSentAtOnce() {
        MailWorker worker = worker(PostOffice.settings(PostOffice.plain(25)), true);
        worker.start();
        try {
            office.queue("e1", null);
            worker.wake();
            await().atMost(Duration.ofSeconds(5)).until(() -> !courier.carried.isEmpty());
            assertThat(courier.carried).containsExactly(ADDRESS + ": the link of e1");
        } finally {
            worker.stop();
        }
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        MailWorker worker = worker(PostOffice.settings(PostOffice.plain(25)), true);
        courier.whileSending = () -> {
            courier.whileSending = () -> {};
            throw new IllegalStateException("the disk is full");
        };
        worker.start();
        try {
            office.queue("e1", null);
            office.queue("e2", null);
            worker.wake();
            await().until(() -> rounds.get() == 1);
            worker.wake();
            await().until(() -> courier.carried.size() == 1);
        } finally {
            worker.stop();
        }
    }

    @Test
    void withoutAServerAndOnANodeThatOnlyAnswersNobodyLooks() {
        MailWorker off = worker(PostOffice.settings(null), true);
        MailWorker answering = worker(PostOffice.settings(PostOffice.plain(25)), false);
        off.start();
        answering.start();
        off.wake();
        answering.wake();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("mail"));
        off.stop();
        answering.stop();
        assertThat(rounds).hasValue(0);
    }
}
