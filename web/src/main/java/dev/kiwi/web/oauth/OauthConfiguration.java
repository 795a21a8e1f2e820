package dev.kiwi.web.oauth;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the store of one-time secrets. */
@Configuration(proxyBeanMethods = false)
class OauthConfiguration {
    @Bean
    OneTimeSecrets oneTimeSecrets(RedisLink redis, DerivedKeys keys, BlockingWork blocking, Clock clock) {
        return new OneTimeSecrets(redis, new Seal(keys.oneTimeSecrets()), blocking, clock);
    }
}
