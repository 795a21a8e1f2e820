package dev.kiwi.web.limit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** This node's own windows, for the time that Redis is gone. */
final class LocalWindows implements Windows {
    static final int MAX_BUCKETS = 100_000;

    private final Map<String, ArrayDeque<Long>> logs = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Long>> eldest) {
            return size() > MAX_BUCKETS;
        }
    };

    @Override
    public Mono<Outcome> consume(List<Bucket> buckets, Instant now) {
        return Mono.fromSupplier(() -> ask(buckets, now));
    }

    @Override
    public Mono<List<BucketState>> look(List<Bucket> buckets, Instant now) {
        return Mono.fromSupplier(() -> buckets.stream()
                .map(bucket -> BucketState.standing(bucket, count(bucket, now), now))
                .toList());
    }

    private synchronized long count(Bucket bucket, Instant now) {
        ArrayDeque<Long> log = logs.get(bucket.key());
        long start = now.toEpochMilli() - bucket.limit().window().toMillis();
        return log == null ? 0 : log.stream().filter(at -> at > start).count();
    }

    private synchronized Outcome ask(List<Bucket> buckets, Instant now) {
        List<BucketState> states = new ArrayList<>(buckets.size());
        for (Bucket bucket : buckets) {
            BucketState state = ask(bucket, now);
            states.add(state);
            if (!state.allowed()) {
                break;
            }
        }
        return new Outcome(states);
    }

    private BucketState ask(Bucket bucket, Instant now) {
        ArrayDeque<Long> log = logs.computeIfAbsent(bucket.key(), key -> new ArrayDeque<>());
        long millis = now.toEpochMilli();
        long start = millis - bucket.limit().window().toMillis();
        while (!log.isEmpty() && log.peekFirst() <= start) {
            log.removeFirst();
        }
        boolean allowed = log.size() < bucket.limit().max();
        if (allowed) {
            log.addLast(millis);
        }
        return BucketState.after(bucket, allowed, log.size(), now);
    }
}
