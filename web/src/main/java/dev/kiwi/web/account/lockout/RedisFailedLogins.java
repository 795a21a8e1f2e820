package dev.kiwi.web.account.lockout;

import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** For all nodes, in Redis, which forgets by itself. Fails when Redis is away or silent for a quarter of a second. */
final class RedisFailedLogins implements FailedLogins {
    private static final int TIMEOUT_MS = 250;

    /** KEYS: lock, failures. ARGV: failures that lock, window and lock in milliseconds. */
    private static final String FAILED = """
            local left = redis.call('pttl', KEYS[1])
            if left > 0 then return left end
            local failures = redis.call('incr', KEYS[2])
            if failures == 1 then redis.call('pexpire', KEYS[2], ARGV[2]) end
            if failures >= tonumber(ARGV[1]) then redis.call('set', KEYS[1], '1', 'px', ARGV[3]) end
            return 0""";

    /** KEYS: lock, failures. */
    private static final String PASSED = """
            local left = redis.call('pttl', KEYS[1])
            if left > 0 then return left end
            redis.call('del', KEYS[2])
            return 0""";

    private final RedisLink redis;
    private final String[] limits;

    RedisFailedLogins(RedisLink redis, LockoutLimits limits) {
        this.redis = redis;
        this.limits = new String[] {
            Integer.toString(limits.failures()),
            Long.toString(limits.window().toMillis()),
            Long.toString(limits.lock().toMillis())
        };
    }

    @Override
    public Mono<Duration> lockedFor(String subject) {
        return call(commands -> commands.pttl(keys(subject)[0])).map(RedisFailedLogins::left);
    }

    @Override
    public Mono<Duration> failed(String subject) {
        return call(commands -> commands.<Long>eval(FAILED, ScriptOutputType.INTEGER, keys(subject), limits))
                .map(RedisFailedLogins::left);
    }

    @Override
    public Mono<Duration> passed(String subject) {
        return call(commands -> commands.<Long>eval(PASSED, ScriptOutputType.INTEGER, keys(subject)))
                .map(RedisFailedLogins::left);
    }

    @Override
    public Mono<Void> forget(String subject) {
        return call(commands -> commands.del(keys(subject))).then();
    }

    private static String[] keys(String subject) {
        return new String[] {"loginlock:" + subject, "loginfail:" + subject};
    }

    /** Redis says -2 for a key that is not there. */
    private static Duration left(long milliseconds) {
        return Duration.ofMillis(Math.max(0, milliseconds));
    }

    private <T> Mono<T> call(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
        return Mono.fromFuture(() -> command.apply(
                        redis.commands().orElseThrow(() -> new IllegalStateException("not connected to Redis")))
                .toCompletableFuture()
                .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS));
    }
}
