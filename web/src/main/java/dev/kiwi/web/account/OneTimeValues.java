package dev.kiwi.web.account;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Values that are kept for minutes, for all nodes, and read once: of two who ask for one at the same moment one gets it.
 * Redis holds the hash of a value's name only, so that whoever can read there cannot ask for it. Fails with
 * {@code service_unavailable} when Redis is away.
 */
@Component
class OneTimeValues {
    private static final Logger log = LoggerFactory.getLogger(OneTimeValues.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** As GETDEL, which older servers do not know. */
    private static final String TAKE = """
            local value = redis.call('get', KEYS[1])
            redis.call('del', KEYS[1])
            return value""";

    private final RedisLink redis;

    OneTimeValues(RedisLink redis) {
        this.redis = redis;
    }

    boolean areThere() {
        return redis.isConnected();
    }

    /** @param kind of value, for example {@code oauthx} */
    Mono<Void> put(String kind, String name, String value, Duration life) {
        return call(commands -> commands.set(key(kind, name), value, SetArgs.Builder.px(life.toMillis())))
                .then();
    }

    /** Empty when there is none, or it is too old, or was taken before. */
    Mono<String> take(String kind, String name) {
        return call(commands -> commands.<String>eval(TAKE, ScriptOutputType.VALUE, new String[] {key(kind, name)}));
    }

    private static String key(String kind, String name) {
        return kind + ":" + Sha256.hex(name);
    }

    private <T> Mono<T> call(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
        return Mono.fromFuture(() -> command.apply(
                                redis.commands().orElseThrow(() -> new IllegalStateException("not connected to Redis")))
                        .toCompletableFuture()
                        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .onErrorMap(OneTimeValues::away);
    }

    private static Refusal away(Throwable error) {
        log.warn("Logins at a provider do not work, Redis does not answer: {}", error.toString());
        return new Refusal(
                ErrorCode.SERVICE_UNAVAILABLE,
                "Logins at a provider do not work at the moment; try again in a few seconds.",
                Map.of("retry_after", 5));
    }
}
