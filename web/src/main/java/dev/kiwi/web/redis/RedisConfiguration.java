package dev.kiwi.web.redis;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's Redis link, from {@code spring.data.redis.url}. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
    @Bean
    RedisLink redisLink(@Value("${spring.data.redis.url}") String url) {
        return new RedisLink(url);
    }
}
