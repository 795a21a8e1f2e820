package dev.kiwi.web.invalidate;

import dev.kiwi.web.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the invalidations over the node's Redis link. */
@Configuration(proxyBeanMethods = false)
class InvalidateConfiguration {
    @Bean(initMethod = "start")
    RedisInvalidations invalidations(RedisLink redis) {
        return new RedisInvalidations(redis);
    }
}
