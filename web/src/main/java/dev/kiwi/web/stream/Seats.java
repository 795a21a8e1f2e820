package dev.kiwi.web.stream;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How many may listen to this node at once: in all, from one address, with one token. */
final class Seats {
    private static final int RETRY_SECONDS = 30;

    private final int most;
    private final int mostOfAddress;
    private final int mostOfToken;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> takenBy = new ConcurrentHashMap<>();

    Seats(int most, int mostOfAddress, int mostOfToken) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
        this.mostOfToken = mostOfToken;
    }

    /**
     * @param tokenId null without a token; with one the address does not count
     * @return gives the seat back, once
     * @throws Refusal 503 when the node is full, 429 when the caller has enough
     */
    Runnable take(String address, @Nullable String tokenId) {
        String caller = tokenId == null ? "address " + address : "token " + tokenId;
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw refusal(ErrorCode.SERVICE_UNAVAILABLE, "The stream has no room for another connection.");
        }
        int own = takenBy.merge(caller, 1, Integer::sum);
        if (own > (tokenId == null ? mostOfAddress : mostOfToken)) {
            giveBack(caller);
            throw refusal(ErrorCode.RATE_LIMITED, "You hold as many connections as one may.");
        }
        AtomicInteger left = new AtomicInteger(1);
        return () -> {
            if (left.getAndDecrement() == 1) {
                giveBack(caller);
            }
        };
    }

    private void giveBack(String caller) {
        taken.decrementAndGet();
        takenBy.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
    }

    int taken() {
        return taken.get();
    }

    private static Refusal refusal(ErrorCode code, String message) {
        return new Refusal(code, message, Map.of("retry_after", RETRY_SECONDS));
    }
}
