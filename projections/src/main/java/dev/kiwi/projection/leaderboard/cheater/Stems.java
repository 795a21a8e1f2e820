package dev.kiwi.projection.leaderboard.cheater;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stems of a capture's names as numbers, each name looked at once. */
final class Stems {
    static final int NONE = -1;

    private final int[] stemOf;
    private final List<String> texts = new ArrayList<>();

    /** @param names by player; null where there is none */
    Stems(@Nullable String[] names) {
        stemOf = new int[names.length];
        Map<String, Integer> numbers = new HashMap<>();
        Arrays.setAll(stemOf, player -> {
            String name = names[player];
            String stem = name == null ? "" : NameStem.of(name);
            return stem.length() < NameStem.SHORTEST ? NONE : number(stem, numbers);
        });
    }

    private int number(String stem, Map<String, Integer> numbers) {
        Integer known = numbers.putIfAbsent(stem, texts.size());
        if (known == null) {
            texts.add(stem);
            return texts.size() - 1;
        }
        return known;
    }

    int count() {
        return texts.size();
    }

    /** Of a player, or {@link #NONE}. */
    int of(int player) {
        return stemOf[player];
    }

    String text(int stem) {
        return texts.get(stem);
    }

    /** The stem that most of the players have; of equally common ones the first by letters. Null when none has one. */
    @Nullable
    String commonest(int[] players) {
        return mostOf(players).text;
    }

    /** Whether the commonest stem covers half of the players, and two at least. */
    boolean areAlike(int[] players) {
        return mostOf(players).count >= Math.max(2, players.length / 2);
    }

    private record Most(@Nullable String text, int count) {}

    private Most mostOf(int[] players) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(players)
                .map(this::of)
                .filter(stem -> stem != NONE)
                .forEach(stem -> counts.merge(stem, 1, Integer::sum));
        Most most = new Most(null, 0);
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            String text = texts.get(entry.getKey());
            int count = entry.getValue();
            if (most.text == null || count > most.count || count == most.count && text.compareTo(most.text) < 0) {
                most = new Most(text, count);
            }
        }
        return most;
    }
}
