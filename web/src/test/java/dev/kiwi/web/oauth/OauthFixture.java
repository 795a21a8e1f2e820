package dev.kiwi.web.oauth;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.time.Clock;

/** One-time secrets of a node that does not reach Redis. */
public record OauthFixture(RedisLink nowhere, OneTimeSecrets secrets) implements AutoCloseable {
    public static OauthFixture withoutRedis(BlockingWork blocking) {
        RedisLink nowhere = new RedisLink("redis://127.0.0.1:1");
        Seal seal = new Seal(new DerivedKeys("a secret for tests only, long enough").oneTimeSecrets());
        return new OauthFixture(nowhere, new OneTimeSecrets(nowhere, seal, blocking, Clock.systemUTC()));
    }

    @Override
    public void close() {
        nowhere.close();
    }
}
