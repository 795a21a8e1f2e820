package dev.kiwi.web.limit;

import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** The shared windows: sorted sets of request times, checked and appended by one script. */
final class RedisWindows implements Windows {
    private static final String PREFIX = "rl:";
    private static final String SCRIPT = script();

    private final RedisLink redis;
    private final String digest;
    private final String node = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong sequence = new AtomicLong();

    RedisWindows(RedisLink redis) {
        this.redis = redis;
        this.digest = io.lettuce.core.codec.Base16.digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<Outcome> consume(List<Bucket> buckets, Instant now) {
        return Mono.defer(() -> redis.commands()
                .map(commands -> run(commands, buckets, now))
                .orElseGet(() -> Mono.error(new IllegalStateException("not connected to Redis"))));
    }

    private Mono<Outcome> run(RedisAsyncCommands<String, String> commands, List<Bucket> buckets, Instant now) {
        String[] keys = buckets.stream().map(bucket -> PREFIX + bucket.key()).toArray(String[]::new);
        String[] arguments = arguments(buckets, now);
        return Mono.fromCompletionStage(
                        () -> commands.<List<Long>>evalsha(digest, ScriptOutputType.MULTI, keys, arguments))
                .onErrorResume(
                        RedisNoScriptException.class,
                        unknown -> Mono.fromCompletionStage(
                                () -> commands.<List<Long>>eval(SCRIPT, ScriptOutputType.MULTI, keys, arguments)))
                .map(answer -> outcome(buckets, answer, now));
    }

    private String[] arguments(List<Bucket> buckets, Instant now) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(now.toEpochMilli()));
        // Two requests of one millisecond must not overwrite each other in the set.
        arguments.add(node + ":" + Long.toString(sequence.incrementAndGet(), 36));
        for (Bucket bucket : buckets) {
            arguments.add(Integer.toString(bucket.limit().max()));
            arguments.add(Long.toString(bucket.limit().window().toMillis()));
        }
        return arguments.toArray(String[]::new);
    }

    /** @param answer whether all passed (1 or 0), then the count of each bucket that was looked at */
    private static Outcome outcome(List<Bucket> buckets, List<Long> answer, Instant now) {
        boolean passed = answer.getFirst() == 1;
        List<BucketState> states = new ArrayList<>();
        for (int i = 1; i < answer.size(); i++) {
            boolean allowed = passed || i < answer.size() - 1;
            states.add(BucketState.after(buckets.get(i - 1), allowed, answer.get(i), now));
        }
        return new Outcome(states);
    }

    private static String script() {
        try (InputStream script = RedisWindows.class.getResourceAsStream("sliding-window.lua")) {
            return new String(
                    Objects.requireNonNull(script, "sliding-window.lua").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
