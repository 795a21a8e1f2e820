package dev.kiwi.web.app;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Addresses that are known only once the embedded stores are up; asking for one waits for that. Its names can be
 * listed: beside a source that does not, Boot looks up every nested property of its hundreds.
 */
final class StoreAddresses extends EnumerablePropertySource<Stores> {
    private static final String REDIS = "spring.data.redis.url";

    StoreAddresses(Stores stores) {
        super("store addresses", stores);
    }

    @Override
    public String[] getPropertyNames() {
        return new String[] {REDIS};
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return name.equals(REDIS) ? getSource().redisUrl() : null;
    }
}
