package dev.kiwi.web.limit;

import dev.kiwi.web.http.SharedCalls;
import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/**
 * The shared windows: lists of request times, checked and appended by one script. While {@link #CALLS} calls are on
 * their way, requests gather and share the next one; each is still judged on its own, so the limits stay exact.
 */
final class RedisWindows implements Windows {
    /** A call costs Redis three times a request in it, so under load more requests a call are worth the wait. */
    static final int CALLS = 1;

    private static final int REQUESTS_A_CALL = 64;
    /** Longer than a node stalls while it warms up or collects: counting alone lets more through than the limit. */
    static final int CALL_TIMEOUT_MS = 1_000;

    private static final String PREFIX = "rl:";
    private static final String SCRIPT = script("sliding-window.lua");
    private static final String COUNT = script("window-count.lua");

    private final RedisLink redis;
    private final int callTimeoutMs;
    private final String digest;
    private final LongAdder made = new LongAdder();
    private final SharedCalls<Asked, Outcome> calls =
            new SharedCalls<Asked, Outcome>(CALLS, REQUESTS_A_CALL, this::call).answeringOnLoops();

    RedisWindows(RedisLink redis) {
        this(redis, CALL_TIMEOUT_MS);
    }

    /** For tests that must not fail because the machine is slow. */
    RedisWindows(RedisLink redis, int callTimeoutMs) {
        this.redis = redis;
        this.callTimeoutMs = callTimeoutMs;
        this.digest = Base16.digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
    }

    private record Asked(List<Bucket> buckets, Instant now) {}

    /** Fails when Redis is away or silent for {@value #CALL_TIMEOUT_MS} ms. */
    @Override
    public Mono<Outcome> consume(List<Bucket> buckets, Instant now) {
        return calls.ask(new Asked(buckets, now));
    }

    /** Round trips so far; requests that arrive together share one. */
    long calls() {
        return made.sum();
    }

    /** Fails as {@link #consume} does. */
    @Override
    public Mono<List<BucketState>> look(List<Bucket> buckets, Instant now) {
        return Mono.fromFuture(() -> redis.commands()
                .map(commands -> count(commands, buckets, now))
                .orElseGet(() -> CompletableFuture.failedFuture(notConnected())));
    }

    private CompletableFuture<List<BucketState>> count(
            RedisAsyncCommands<String, String> commands, List<Bucket> buckets, Instant now) {
        made.increment();
        String[] keys = buckets.stream().map(bucket -> PREFIX + bucket.key()).toArray(String[]::new);
        String[] starts = buckets.stream()
                .map(bucket -> Long.toString(now.minus(bucket.limit().window()).toEpochMilli()))
                .toArray(String[]::new);
        return commands.<List<Long>>eval(COUNT, ScriptOutputType.MULTI, keys, starts)
                .toCompletableFuture()
                .thenApply(counts -> IntStream.range(0, counts.size())
                        .mapToObj(i -> BucketState.standing(buckets.get(i), counts.get(i), now))
                        .toList())
                .orTimeout(callTimeoutMs, TimeUnit.MILLISECONDS);
    }

    private static IllegalStateException notConnected() {
        return new IllegalStateException("not connected to Redis");
    }

    private CompletableFuture<List<Outcome>> call(List<Asked> requests) {
        made.increment();
        return redis.commands()
                .map(commands -> run(commands, requests).thenApply(counts -> outcomes(requests, counts)))
                .orElseGet(() -> CompletableFuture.failedFuture(notConnected()));
    }

    private CompletableFuture<List<Long>> run(RedisAsyncCommands<String, String> commands, List<Asked> requests) {
        String[] keys = requests.stream()
                .flatMap(request -> request.buckets().stream())
                .map(bucket -> PREFIX + bucket.key())
                .toArray(String[]::new);
        String[] arguments = arguments(requests);
        return commands.<List<Long>>evalsha(digest, ScriptOutputType.MULTI, keys, arguments)
                .toCompletableFuture()
                .exceptionallyCompose(failure -> failure instanceof RedisNoScriptException
                        ? commands.eval(SCRIPT, ScriptOutputType.MULTI, keys, arguments)
                        : CompletableFuture.failedFuture(failure))
                .orTimeout(callTimeoutMs, TimeUnit.MILLISECONDS);
    }

    private String[] arguments(List<Asked> requests) {
        List<String> arguments = new ArrayList<>();
        for (Asked request : requests) {
            arguments.add(Long.toString(request.now().toEpochMilli()));
            arguments.add(Integer.toString(request.buckets().size()));
            for (Bucket bucket : request.buckets()) {
                arguments.add(Integer.toString(bucket.limit().max()));
                arguments.add(Long.toString(bucket.limit().window().toMillis()));
            }
        }
        return arguments.toArray(String[]::new);
    }

    private static List<Outcome> outcomes(List<Asked> requests, List<Long> counts) {
        Iterator<Long> next = counts.iterator();
        return requests.stream().map(request -> outcome(request, next)).toList();
    }

    /** @param counts for this request: whether all passed (1 or 0), how many were looked at, the count of each */
    private static Outcome outcome(Asked request, Iterator<Long> counts) {
        boolean passed = counts.next() == 1;
        int looked = Math.toIntExact(counts.next());
        List<BucketState> states = new ArrayList<>(looked);
        for (int i = 0; i < looked; i++) {
            boolean allowed = passed || i < looked - 1;
            states.add(BucketState.after(request.buckets().get(i), allowed, counts.next(), request.now()));
        }
        return new Outcome(states);
    }

    private static String script(String name) {
        try (InputStream script = RedisWindows.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
