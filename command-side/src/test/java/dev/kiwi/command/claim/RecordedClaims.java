package dev.kiwi.command.claim;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims in memory for tests of aggregates: shows what is held; a later one has a higher position. */
public final class RecordedClaims implements Claims {
    private final Map<String, String> held = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    @Override
    public void claim(String kind, String value, String owner) {
        held.put(kind + "/" + value, owner);
        order.put(kind + "/" + value, order.size());
    }

    @Override
    public void require(String kind, String value, String owner) {
        if (!owner.equals(held.get(kind + "/" + value))) {
            throw new Refusal(ErrorCode.CONFLICT, kind + " is not " + owner + "'s.");
        }
    }

    @Override
    public void release(String kind, String value) {
        held.remove(kind + "/" + value);
    }

    @Override
    public Optional<Claimed> find(String kind, String value) {
        String key = kind + "/" + value;
        return Optional.ofNullable(held.get(key)).map(owner -> new Claimed(owner, order.getOrDefault(key, 0)));
    }

    @Override
    public List<String> heldBy(String kind, String owner) {
        return held.entrySet().stream()
                .filter(claim -> claim.getKey().startsWith(kind + "/")
                        && claim.getValue().equals(owner))
                .map(claim -> claim.getKey().substring(kind.length() + 1))
                .toList();
    }

    /** {@code kind/value} to owner. */
    public Map<String, String> held() {
        return held;
    }
}
