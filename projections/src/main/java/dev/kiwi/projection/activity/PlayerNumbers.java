package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.projection.machinery.ReadModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names to numbers, given in order of first appearance, so that a replay gives the same ones. */
final class PlayerNumbers {
    private final ReadModel model;

    PlayerNumbers(ReadModel model) {
        this.model = model;
    }

    /**
     * @param ids player of each of the capture's names
     * @param nextId first free number after them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbered(int[] ids, int nextId) {}

    /**
     * Finds or creates the players of a capture.
     *
     * @param known numbers by spelling
     * @param nextId first free number
     */
    Numbered number(ParsedCapture capture, Map<String, Integer> known, int nextId) {
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
        if (missing.isEmpty()) {
            return new Numbered(ids, nextId);
        }
        Map<String, Integer> stored = find(missing.keySet().toArray(String[]::new));
        List<String> created = new ArrayList<>();
        missing.forEach((key, names) -> {
            Integer found = stored.get(key);
            int id = found == null ? nextId + created.size() : found;
            if (found == null) {
                created.add(key);
            }
            names.forEach(n -> ids[n] = id);
        });
        create(created, nextId);
        return new Numbered(ids, nextId + created.size());
    }

    private Map<String, Integer> find(String[] keys) {
        Map<String, Integer> stored = new HashMap<>();
        model.jdbc()
                .sql("select name_lower, id from player where name_lower = any(?)")
                .param((Object) keys)
                .query(row -> {
                    stored.put(row.getString(1), row.getInt(2));
                });
        return stored;
    }

    private void create(List<String> keys, int firstId) {
        if (!keys.isEmpty()) {
            model.jdbc().sql("""
                            insert into player (id, name_lower)
                            select ? + number - 1, name from unnest(?::text[]) with ordinality given (name, number)""").params(firstId, keys.toArray(String[]::new)).update();
        }
    }
}
