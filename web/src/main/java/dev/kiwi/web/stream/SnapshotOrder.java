package dev.kiwi.web.stream;

import java.util.Comparator;
import java.util.List;

/** The order of sources in a snapshot (feeds-events.md B1); those of our own come last. */
final class SnapshotOrder {
    private static final List<String> KNOWN = List.of(
            "challenge",
            "chaos",
            "luxion",
            "corruxion",
            "fluxion",
            "longshade",
            "wild_mana",
            "stampy",
            "daily_bonuses",
            "activity",
            "server_status",
            "trove_news",
            "giveaways",
            "game_update");

    private SnapshotOrder() {}

    static List<StreamSource> of(List<StreamSources> sources) {
        return sources.stream()
                .flatMap(some -> some.list().stream())
                .sorted(Comparator.comparingInt((StreamSource source) -> place(source.type()))
                        .thenComparing(StreamSource::type))
                .toList();
    }

    private static int place(String type) {
        int place = KNOWN.indexOf(type);
        return place < 0 ? KNOWN.size() : place;
    }
}
