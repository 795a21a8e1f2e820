package dev.kiwi.web.credential;

import dev.kiwi.web.invalidate.Invalidations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One node's channel without Redis. */
final class StandInInvalidations implements Invalidations {
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    final List<String> published = new ArrayList<>();
    boolean connected = true;

    @Override
    public void publish(String topic, String key) {
        published.add(topic + "/" + key);
        receive(topic, key);
    }

    /** As if another node had published it. */
    void receive(String topic, String key) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.accept(key));
    }

    @Override
    public void subscribe(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, t -> new ArrayList<>()).add(listener);
    }

    @Override
    public boolean isConnected() {
        return connected;
    }
}
