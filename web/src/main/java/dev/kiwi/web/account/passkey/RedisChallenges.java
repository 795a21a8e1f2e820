package dev.kiwi.web.account.passkey;

import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** For all nodes, in Redis, which forgets by itself. Fails when Redis is away or silent for a quarter of a second. */
final class RedisChallenges implements ChallengeStore {
    private static final int TIMEOUT_MS = 250;
    private static final String PREFIX = "passkeychallenge:";

    private final RedisLink redis;

    RedisChallenges(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Boolean> put(String hash, String meaning, Duration lifetime) {
        return call(commands -> commands.set(PREFIX + hash, meaning, SetArgs.Builder.px(lifetime.toMillis())))
                .thenReturn(true);
    }

    @Override
    public Mono<String> take(String hash) {
        return call(commands -> commands.getdel(PREFIX + hash));
    }

    private <T> Mono<T> call(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
        return Mono.fromFuture(() -> command.apply(
                        redis.commands().orElseThrow(() -> new IllegalStateException("not connected to Redis")))
                .toCompletableFuture()
                .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS));
    }
}
