package dev.kiwi.projection.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.projection.machinery.ReadModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names to ids. Ids are given in order of first appearance, so that a replay gives the same ones; the display name is
 * the first spelling of the latest capture that lists the player. Remembers the spellings of one capture.
 */
final class Players {
    private final ReadModel model;
    private Map<String, Integer> remembered = Map.of();
    /** State of the read model that {@link #remembered} belongs to; a rolled back or foreign state does not match. */
    private long rememberedVersion = -1;

    Players(ReadModel model) {
        this.model = model;
    }

    /**
     * Finds or creates the players of a capture.
     *
     * @param version state of the read model before this capture; the next is {@code version + 1}
     * @param nextId first free id
     */
    Resolved resolve(ParsedCapture capture, long version, int nextId) {
        Map<String, Integer> known = version == rememberedVersion ? remembered : Map.of();
        int[] ids = new int[capture.names()];
        Map<String, List<Integer>> missing = new LinkedHashMap<>();
        for (int n = 0; n < ids.length; n++) {
            Integer id = known.get(capture.name(n));
            if (id == null) {
                missing.computeIfAbsent(PlayerKey.of(capture.name(n)), key -> new ArrayList<>(1))
                        .add(n);
            } else {
                ids[n] = id;
            }
        }
        Map<Integer, String> stored = find(missing, ids);
        int next = create(capture, missing, ids, nextId);
        respell(capture, ids, stored, nextId);
        remember(capture, ids, version + 1);
        return new Resolved(ids, next);
    }

    void forget() {
        remembered = Map.of();
        rememberedVersion = -1;
    }

    /** @param ids player id of each of the capture's names */
    @SuppressWarnings("ArrayRecordComponent")
    record Resolved(int[] ids, int nextId) {}

    /** Looks the missing up; takes those found out of {@code missing} and returns their display names. */
    private Map<Integer, String> find(Map<String, List<Integer>> missing, int[] ids) {
        Map<Integer, String> stored = new HashMap<>();
        if (missing.isEmpty()) {
            return stored;
        }
        model.jdbc()
                .sql("select id, name, name_lower from player where name_lower = any(?)")
                .param((Object) missing.keySet().toArray(String[]::new))
                .query(row -> {
                    List<Integer> numbers = missing.remove(row.getString(3));
                    for (int n : numbers == null ? List.<Integer>of() : numbers) {
                        ids[n] = row.getInt(1);
                    }
                    stored.put(row.getInt(1), row.getString(2));
                });
        return stored;
    }

    private int create(ParsedCapture capture, Map<String, List<Integer>> missing, int[] ids, int nextId) {
        if (missing.isEmpty()) {
            return nextId;
        }
        return model.withConnection(connection -> {
            int id = nextId;
            try (BinaryCopy copy = new BinaryCopy(connection, "player (id, name, name_lower)")) {
                for (Map.Entry<String, List<Integer>> player : missing.entrySet()) {
                    for (int n : player.getValue()) {
                        ids[n] = id;
                    }
                    String name = capture.name(player.getValue().getFirst());
                    copy.row(3).integer(id++).text(name).text(player.getKey());
                }
                copy.finish();
            }
            return id;
        });
    }

    /** Takes the new spelling of players that were known under another. */
    private void respell(ParsedCapture capture, int[] ids, Map<Integer, String> stored, int firstNew) {
        BitSet decided = new BitSet();
        List<Integer> changed = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int n = 0; n < ids.length; n++) {
            if (ids[n] < firstNew && !decided.get(ids[n])) {
                decided.set(ids[n]);
                @Nullable String before = stored.get(ids[n]);
                if (before != null && !before.equals(capture.name(n))) {
                    changed.add(ids[n]);
                    names.add(capture.name(n));
                }
            }
        }
        if (!changed.isEmpty()) {
            model.jdbc()
                    .sql(
                            "update player set name = given.name from unnest(?::int[], ?::text[]) given (id, name) where player.id = given.id")
                    .params(changed.toArray(Integer[]::new), names.toArray(String[]::new))
                    .update();
        }
    }

    /** Keeps each player's first spelling, which is now the stored one. */
    private void remember(ParsedCapture capture, int[] ids, long version) {
        Map<String, Integer> spellings = HashMap.newHashMap(ids.length);
        BitSet seen = new BitSet(Arrays.stream(ids).max().orElse(0) + 1);
        for (int n = 0; n < ids.length; n++) {
            if (!seen.get(ids[n])) {
                seen.set(ids[n]);
                spellings.put(capture.name(n), ids[n]);
            }
        }
        remembered = spellings;
        rememberedVersion = version;
    }
}
