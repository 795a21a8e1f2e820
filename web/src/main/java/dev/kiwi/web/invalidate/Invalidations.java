package dev.kiwi.web.invalidate;

import java.util.function.Consumer;

/**
 * Tells all nodes that what they hold about a key is stale. Local subscribers hear it before {@link #publish} returns,
 * other nodes by Redis. When a node may have missed something (its subscription was down), every subscriber of that node
 * gets {@link #ALL}: forget everything.
 */
public interface Invalidations {
    /** The key that stands for every key. */
    String ALL = "*";

    /** Never blocks, never fails. What cannot be sent now is sent when the link is back. */
    void publish(String topic, String key);

    /** @param listener must be quick: it runs on a network thread */
    void subscribe(String topic, Consumer<String> listener);

    /** False while other nodes' messages do not arrive; a cache should then trust itself for a short time only. */
    boolean isConnected();
}
