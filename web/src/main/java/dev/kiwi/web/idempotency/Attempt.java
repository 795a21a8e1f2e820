package dev.kiwi.web.idempotency;

import dev.kiwi.command.eventstore.CompanionRow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/** The first attempt of a write that was sent with an {@code Idempotency-Key}, while it runs. */
public final class Attempt {
    private static final String ATTRIBUTE = Attempt.class.getName();

    private final Function<@Nullable StoredAnswer, CompanionRow<?>> rows;
    private final JsonMapper json;
    private final int maxBody;
    private volatile boolean kept;

    Attempt(Function<@Nullable StoredAnswer, CompanionRow<?>> rows, JsonMapper json, int maxBody) {
        this.rows = rows;
        this.json = json;
        this.maxBody = maxBody;
    }

    void remember(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** Null for a request without a key, and for one whose records are not available. */
    public static @Nullable Attempt of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** The row that keeps the answer, which is going to be sent as JSON; to be committed with what the write does. */
    public CompanionRow<?> keeping(ResponseEntity<?> answer) {
        byte[] body = answer.getBody() == null ? new byte[0] : json.writeValueAsBytes(answer.getBody());
        return rows.apply(new StoredAnswer(
                answer.getStatusCode().value(),
                body.length == 0 ? null : MediaType.APPLICATION_JSON_VALUE,
                body.length <= maxBody ? body : null,
                null));
    }

    /** The row that keeps other attempts off until the answer is known; to be committed with what the write does. */
    public CompanionRow<?> open() {
        return rows.apply(null);
    }

    /** The row is committed: the answer that is sent need not be stored again. */
    public void kept() {
        kept = true;
    }

    boolean isKept() {
        return kept;
    }
}
