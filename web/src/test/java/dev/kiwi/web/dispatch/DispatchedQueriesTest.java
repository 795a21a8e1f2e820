package dev.kiwi.web.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DispatchedQueriesTest {
    @Test
    void aStoreThatHangsIs503() {
        DispatchedQueries queries = asking(new CompletableFuture<>(), Duration.ofMillis(20));
        assertThatThrownBy(() -> queries.ask("query", String.class).block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }

    @Test
    void anAnswerInTimeIsGiven() {
        DispatchedQueries queries = asking(CompletableFuture.completedFuture("answer"), Duration.ofSeconds(10));
        assertThat(queries.ask("query", String.class).block()).isEqualTo("answer");
    }

    @Test
    void aQueryWaitsForWhatWasWritten() {
        CompletableFuture<Boolean> applied = new CompletableFuture<>();
        AtomicBoolean asked = new AtomicBoolean();
        QueryDispatcher dispatcher = new QueryDispatcher() {
            @Override
            public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
                asked.set(true);
                return CompletableFuture.completedFuture(resultType.cast("answer"));
            }
        };
        CompletableFuture<String> answer = new DispatchedQueries(dispatcher, _ -> applied, Duration.ofSeconds(10))
                .ask("query", String.class)
                .toFuture();
        assertThat(asked).isFalse();
        applied.complete(false);
        assertThat(answer.join()).isEqualTo("answer");
    }

    private static DispatchedQueries asking(CompletableFuture<?> answer, Duration patience) {
        return new DispatchedQueries(
                new QueryDispatcher() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
                        return (CompletableFuture<R>) answer;
                    }
                },
                _ -> CompletableFuture.completedFuture(true),
                patience);
    }
}
