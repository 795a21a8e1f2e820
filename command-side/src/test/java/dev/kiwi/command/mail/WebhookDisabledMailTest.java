package dev.kiwi.command.mail;

import static dev.kiwi.command.mail.PostOffice.ACCOUNT;
import static dev.kiwi.command.mail.PostOffice.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told by mail that a webhook was disabled. */
class WebhookDisabledMailTest {
    private final PostOffice office = new PostOffice();
    private MailSettings settings = PostOffice.settings(PostOffice.plain(25));

    private List<String> sentWhenDisabledBy(String cause) {
        WebhookDisabled event = new WebhookDisabled(
                "5f00000000000000000000f3", ACCOUNT, "my hook", cause, Instant.parse("2026-11-22T09:00:00Z"));
        var message = new GenericDomainEventMessage<>("webhook", "webhook:1", 0, event);
        Mailroom mailroom = new Mailroom(
                settings,
                office.outbox,
                office.bounced,
                (_, _, _) -> Optional.empty(),
                (_, _) -> Optional.empty(),
                office.wakes::incrementAndGet);
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(mailroom.process(Runnable::run));
        DefaultUnitOfWork.startAndGet(message).executeWithResult(() -> handlers.handle(message));
        NotedCourier courier = new NotedCourier();
        office.round(courier).run(() -> true);
        return courier.carried;
    }

    @ParameterizedTest
    @CsvSource({
        "failures, 'was disabled: nothing that we sent to it got through for a day'",
        "administrator, was disabled by an administrator"
    })
    void theOwnerIsToldOfWhatOthersDid(String cause, String words) {
        assertThat(sentWhenDisabledBy(cause))
                .singleElement()
                .asString()
                .startsWith(ADDRESS + ": ")
                .contains("“my hook” of your account " + words);
    }

    @Test
    void nobodyIsToldOfWhatTheOwnerDid() {
        assertThat(sentWhenDisabledBy("owner")).isEmpty();
    }

    @Test
    void itIsANoticeThatTheOperatorCanSwitchOff() {
        settings = PostOffice.withoutNotices(settings);
        assertThat(sentWhenDisabledBy("failures")).isEmpty();
    }
}
