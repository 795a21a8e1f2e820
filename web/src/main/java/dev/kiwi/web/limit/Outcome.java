package dev.kiwi.web.limit;

import java.util.List;
import java.util.Optional;

/** The buckets of a request that were looked at, in order; only the last can have refused. */
public record Outcome(List<BucketState> states) {
    public boolean allowed() {
        return refusing().isEmpty();
    }

    public Optional<BucketState> refusing() {
        BucketState last = states.getLast();
        return last.allowed() ? Optional.empty() : Optional.of(last);
    }
}
