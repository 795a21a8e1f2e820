package dev.kiwi.web.invalidate;

import java.util.function.Consumer;

/** Tells every node that something it may remember has changed. */
public interface Invalidations {
    void publish(String topic, String key);

    AutoCloseable subscribe(String topic, Consumer<String> listener);

    /** Whether messages of other nodes arrive; while they do not, nothing may be answered from memory. */
    boolean isConnected();
}
