package dev.kiwi.web.app;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/** Addresses that are known only once the embedded stores are up; asking for one waits for that. */
final class StoreAddresses extends PropertySource<Stores> {
    StoreAddresses(Stores stores) {
        super("store addresses", stores);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return name.equals("spring.data.redis.url") ? getSource().redisUrl() : null;
    }
}
