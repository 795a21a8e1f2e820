package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class DetachedWorkTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(DetachedWorkTest.class);
    private final Sinks.One<String> step = Sinks.one();

    private Mono<String> detached(Mono<String> work) {
        return DetachedWork.of(() -> work, logger, "The client has gone");
    }

    @Test
    void whoHangsUpCutsNothingOff() {
        AtomicReference<String> done = new AtomicReference<>();
        detached(step.asMono().doOnNext(done::set)).subscribe().dispose();
        step.tryEmitValue("whole").orThrow();
        assertThat(done).hasValue("whole");
    }

    @Test
    void whoStaysGetsTheAnswerOrTheError() {
        assertThat(detached(Mono.just("answer")).block()).isEqualTo("answer");
        assertThat(detached(Mono.empty()).blockOptional()).isEmpty();
        assertThatThrownBy(() ->
                        detached(Mono.error(new IllegalStateException("no"))).block())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    @Test
    void itsLogLinesBearTheIdOfItsRequest() {
        Mono<String> onLog = Mono.deferContextual(context -> {
            try (var requestId = RequestId.onLog(context)) {
                return Mono.justOrEmpty(MDC.get(RequestId.CONTEXT_KEY));
            }
        });
        assertThat(detached(onLog)
                        .contextWrite(context -> context.put(RequestId.CONTEXT_KEY, "req_7"))
                        .block())
                .isEqualTo("req_7");
    }

    @Test
    void whatFailsAfterItsClientHasGoneIsALineAtDebug() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
        try {
            detached(step.asMono()).subscribe().dispose();
            step.tryEmitError(new IllegalStateException("late")).orThrow();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getLevel()).isEqualTo(Level.DEBUG);
        assertThat(log.list.getFirst().getFormattedMessage())
                .isEqualTo("The client has gone: java.lang.IllegalStateException: late");
    }
}
