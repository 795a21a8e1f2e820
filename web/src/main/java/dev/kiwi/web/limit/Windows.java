package dev.kiwi.web.limit;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where the logs of passed requests are kept. */
interface Windows {
    /** Asks the buckets in order and stops at the first that refuses; atomic over all of them. */
    Mono<Outcome> consume(List<Bucket> buckets, Instant now);

    /** How all the buckets stand, without asking any of them for anything. */
    Mono<List<BucketState>> look(List<Bucket> buckets, Instant now);
}
