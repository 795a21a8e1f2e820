package dev.kiwi.command.webhook.delivery;

import static dev.kiwi.command.webhook.delivery.SendingOffice.ACCOUNT;
import static dev.kiwi.command.webhook.delivery.SendingOffice.HOOK;
import static dev.kiwi.command.webhook.delivery.SendingOffice.OTHER_HOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.WebhookView;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What owners have sent by hand. */
class DeliveryDeskTest {
    private final SendingOffice office = new SendingOffice();
    private final ScriptedPost good = ScriptedPost.answering(200);
    private final ScriptedPost bad = ScriptedPost.answering(500);

    private WebhookView hook() {
        return office.webhooks.get(HOOK);
    }

    private static void refuses(ErrorCode code, ThrowingCallable order) {
        assertThatThrownBy(order)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aPingIsTriedOnce() {
        DeliveryItem ping = office.desk.ping(hook());
        assertThat(ping.kind()).isEqualTo("ping");
        assertThat(ping.status()).isEqualTo("pending");
        assertThat(office.wakes).hasValue(1);

        office.sendAll(bad);
        assertThat(office.item(HOOK, ping.id()).status()).isEqualTo("failed");
        assertThat(bad.posted.getFirst().body())
                .startsWith("{\"id\":\"" + ping.id() + "\",\"kind\":\"ping\",\"created_at\":\"2026-11-22T10:00:00Z\"")
                .contains("\"api_version\":\"1\"", "\"webhook_id\":\"" + HOOK + "\"");
    }

    @Test
    void aRedeliveryIsTheSameMessageTriedOnceMore() {
        String id = office.queue(HOOK, "e1");
        office.sendAll(good);
        office.later(Duration.ofDays(3));
        assertThat(office.desk.redeliver(hook(), id).status()).isEqualTo("pending");
        assertThat(office.sendAll(good)).isEqualTo(1);
        assertThat(good.posted.get(1).body()).isEqualTo(good.posted.get(0).body());
        assertThat(office.item(HOOK, id).attempts()).isEqualTo(2);

        office.desk.redeliver(hook(), id);
        office.sendAll(bad);
        assertThat(office.item(HOOK, id).status()).as("no further attempts").isEqualTo("failed");
    }

    @Test
    void refusesWhatMakesNoSense() {
        String id = office.queue(HOOK, "e1");
        refuses(ErrorCode.CONFLICT, () -> office.desk.redeliver(hook(), id));
        refuses(ErrorCode.NOT_FOUND, () -> office.desk.redeliver(hook(), "6a%022d".formatted(99)));
        refuses(ErrorCode.NOT_FOUND, () -> office.desk.redeliver(office.webhooks.get(OTHER_HOOK), id));

        office.disable(HOOK, ACCOUNT);
        refuses(ErrorCode.CONFLICT, () -> office.desk.ping(hook()));
        refuses(ErrorCode.CONFLICT, () -> office.desk.redeliver(hook(), id));
        assertThat(office.wakes).hasValue(0);
    }

    @Test
    void nobodyHasUsHammerAnAddress() {
        for (int n = 0; n < DeliveryDesk.MOST_A_MINUTE; n++) {
            office.desk.ping(hook());
        }
        refuses(ErrorCode.RATE_LIMITED, () -> office.desk.ping(hook()));
        office.desk.ping(office.webhooks.get(OTHER_HOOK));
        office.later(Duration.ofSeconds(61));
        office.desk.ping(hook());
    }

    @Test
    void theLogIsReadNewestFirstByPages() {
        String first = office.queue(HOOK, "e1");
        String second = office.queue(HOOK, "e2");
        office.queue(OTHER_HOOK, "e1");
        assertThat(office.log.list(HOOK, null, 10)).extracting(DeliveryItem::id).containsExactly(second, first);
        assertThat(office.log.list(HOOK, second, 10))
                .extracting(DeliveryItem::id)
                .containsExactly(first);
        assertThat(office.log.list(HOOK, null, 1)).hasSize(1);
    }
}
