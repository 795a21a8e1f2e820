package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.limit.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the gate found out about a request: the credential was good, these buckets are to be paid, and then, maybe, this
 * is to be refused (in this order, platform.md 8). Usage accounting reads it from the exchange too.
 *
 * @param buckets in the order in which they are paid; the first is shown in the main headers
 * @param refusal raised after the buckets were paid; null lets the request in
 */
public record Passage(
        Caller caller, List<Bucket> buckets, @Nullable Refusal refusal) {
    private static final String ATTRIBUTE = Passage.class.getName();

    static Passage free(Caller caller) {
        return new Passage(caller, List.of(), null);
    }

    /** Null while the request has not passed the gate, or where there is none (static files, 404). */
    public static @Nullable Passage of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** The caller; anonymous where no gate was passed. */
    public static Caller caller(ServerWebExchange exchange) {
        Passage passage = of(exchange);
        return passage == null ? new Caller.Anonymous() : passage.caller();
    }

    void remember(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
