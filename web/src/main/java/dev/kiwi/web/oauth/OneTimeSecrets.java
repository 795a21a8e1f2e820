package dev.kiwi.web.oauth;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Keeps something for a moment for whoever comes back with a secret, and hands it out once: all nodes share it in Redis,
 * which sees neither the secret nor what is kept for it, and cannot make up either.
 */
public final class OneTimeSecrets {
    private static final int BYTES = 24;
    private static final int TIMEOUT_MS = 1_000;

    private final RedisLink redis;
    private final Seal seal;
    private final BlockingWork blocking;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeSecrets(RedisLink redis, Seal seal, BlockingWork blocking, Clock clock) {
        this.redis = redis;
        this.seal = seal;
        this.blocking = blocking;
        this.clock = clock;
    }

    private record Kept(String secret, String name, String value) {}

    /** May block. 24 random bytes as 32 characters of URL-safe base64. */
    public String mint() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Keeps a text under a new secret and answers with that; fails with {@link RedisIsAway}.
     *
     * @param purpose part of the name in Redis; what was kept for one purpose is not found for another
     */
    public Mono<String> keep(String purpose, String text, Duration lifetime) {
        return blocking.call(() -> prepare(purpose, text, lifetime))
                .flatMap(kept -> call(commands -> commands.set(kept.name(), kept.value(), SetArgs.Builder.px(lifetime)))
                        .thenReturn(kept.secret()));
    }

    private Kept prepare(String purpose, String text, Duration lifetime) {
        String secret = mint();
        String name = name(purpose, secret);
        Instant until = clock.instant().plus(lifetime);
        return new Kept(secret, name, seal.close(until.toEpochMilli() + ":" + text, name));
    }

    /** What was kept, which is then gone; empty for a secret that is unknown, used or too old. Fails with {@link RedisIsAway}. */
    public Mono<String> take(String purpose, String secret) {
        String name = name(purpose, secret);
        return call(commands -> commands.getdel(name))
                .flatMap(closed -> blocking.call(() -> seal.open(closed, name).orElse(null)))
                .filter(kept -> clock.instant().toEpochMilli() < Long.parseLong(kept.substring(0, kept.indexOf(':'))))
                .map(kept -> kept.substring(kept.indexOf(':') + 1));
    }

    private static String name(String purpose, String secret) {
        return purpose + ":" + Sha256.hex(secret);
    }

    private <T> Mono<T> call(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
        return Mono.fromFuture(() -> command.apply(redis.commands().orElseThrow(RedisIsAway::new))
                        .toCompletableFuture()
                        .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS))
                .onErrorMap(error -> error instanceof RedisIsAway ? error : new RedisIsAway(error));
    }
}
