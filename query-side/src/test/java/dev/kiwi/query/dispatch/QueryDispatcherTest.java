package dev.kiwi.query.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class QueryDispatcherTest {
    record WhichThread() {}

    record GetMissing() {}

    @QueryComponent
    static class Handlers {
        @QueryHandler
        String handle(WhichThread query) {
            return Thread.currentThread().isVirtual() ? "virtual" : "platform";
        }

        @QueryHandler
        String handle(GetMissing query) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such thing.");
        }
    }

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(QueryConfiguration.class, Handlers.class);
    private final QueryDispatcher queries = context.getBean(QueryDispatcher.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void handlersRunOnVirtualThreadsSoThatTheyMayBlock() {
        assertThat(queries.query(new WhichThread(), String.class).join()).isEqualTo("virtual");
    }

    @Test
    void aRefusalReachesTheCallerAsItIs() {
        var thrown = catchThrowable(
                () -> queries.query(new GetMissing(), String.class).join());

        assertThat(thrown).isInstanceOf(CompletionException.class);
        assertThat(thrown.getCause())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
