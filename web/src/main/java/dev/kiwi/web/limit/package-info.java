/**
 * Rate limits (platform.md 9): exact sliding windows, at most one Redis round trip a request.
 *
 * <p><b>Promises.</b> In any window of length {@code w} at most {@code L} requests of one bucket pass, over all nodes,
 * however many arrive at once: a bucket is a log of the passed requests' times and one script checks and appends
 * atomically. A refused request leaves no trace, so hammering does not prolong a block. A request's buckets are paid in
 * order; the first that refuses ends it, those before stay paid, those after are not touched.
 *
 * <p><b>Trades.</b> Memory: {@code L} entries of about 60 bytes for each bucket in use, gone {@code w} after its last
 * request. Time: one round trip to Redis, which requests that arrive during another one share; none is judged with the
 * others' eyes, so sharing costs no exactness. A counter pair would be smaller and off by some percent; this is exact.
 *
 * <p><b>How wrong it may be.</b> While Redis answers: not at all, given one clock; nodes whose clocks differ by
 * {@code d} see a window shortened or stretched by at most {@code d}. While Redis is gone each node counts alone in memory:
 * at most {@code nodes × L} pass in a window, and at most {@code L} more where a window begins in one store and ends in
 * the other. Beyond {@value dev.kiwi.web.limit.LocalWindows#MAX_BUCKETS} buckets on a node the one longest unused is
 * forgotten. A call that timed out may have been counted in Redis and again in memory: then the caller has one request less.
 *
 * <p><b>When Redis is gone.</b> Never an error for the client. The first request waits at most
 * {@value dev.kiwi.web.limit.RedisWindows#CALL_TIMEOUT_MS} ms, then the breaker keeps all others from waiting; once a second one request tries
 * again, and its success brings everybody back. The readiness details show {@code degraded}.
 */
@NullMarked
package dev.kiwi.web.limit;

import org.jspecify.annotations.NullMarked;
