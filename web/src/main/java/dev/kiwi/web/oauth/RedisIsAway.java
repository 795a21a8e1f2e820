package dev.kiwi.web.oauth;

/** Nothing can be kept or found for the moment. */
public final class RedisIsAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisIsAway() {
        super("not connected to Redis");
    }

    RedisIsAway(Throwable cause) {
        super(cause);
    }
}
