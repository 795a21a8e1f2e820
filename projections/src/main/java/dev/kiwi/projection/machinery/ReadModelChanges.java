package dev.kiwi.projection.machinery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells on this node when a live read model has changed: rows were committed, or a rebuilt version took its place. Told
 * after the commit and before anybody hears of the new position; other nodes have to be told by the listener.
 */
public final class ReadModelChanges {
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** @param listener takes the projection's name; must be quick and must not fail */
    public void subscribe(Consumer<String> listener) {
        listeners.add(listener);
    }

    void changed(String projection) {
        listeners.forEach(listener -> listener.accept(projection));
    }
}
