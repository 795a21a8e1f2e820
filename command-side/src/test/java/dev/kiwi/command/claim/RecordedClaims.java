package dev.kiwi.command.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Claims in memory for tests of aggregates: shows what is held. */
public final class RecordedClaims implements Claims {
    private final Map<String, String> held = new LinkedHashMap<>();

    @Override
    public void claim(String kind, String value, String owner) {
        held.put(kind + "/" + value, owner);
    }

    @Override
    public void release(String kind, String value) {
        held.remove(kind + "/" + value);
    }

    @Override
    public Optional<Claimed> find(String kind, String value) {
        return Optional.ofNullable(held.get(kind + "/" + value)).map(owner -> new Claimed(owner, 0));
    }

    /** {@code kind/value} to owner. */
    public Map<String, String> held() {
        return held;
    }
}
