package dev.kiwi.query.leaderboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Packed boards by (board, anchor, version), at most 64 MiB of them in memory. */
@Component
class BoardBodies {
    private static final long MAX_BYTES = 64L << 20;

    private final JdbcClient jdbc;
    private final Cache<Key, BoardBody> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, BoardBody body) -> body.weight())
            .build();

    BoardBodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version of the capture; another content has another version */
    record Key(int board, long anchor, long version) {}

    /** @throws Replaced when that version is there no longer */
    BoardBody get(Key key) {
        return Objects.requireNonNull(all(List.of(key)).get(key));
    }

    /** One statement for all that are not in memory. @throws Replaced when one of them is there no longer */
    Map<Key, BoardBody> all(Collection<Key> keys) {
        Map<Key, BoardBody> found = new HashMap<>(cache.getAllPresent(keys));
        List<Key> missing = keys.stream().filter(key -> !found.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            load(missing, found);
        }
        if (!found.keySet().containsAll(keys)) {
            throw new Replaced();
        }
        return found;
    }

    private void load(List<Key> missing, Map<Key, BoardBody> into) {
        jdbc.sql("""
                        select c.board_uuid, c.anchor, c.version, c.body
                        from unnest(?::int[], ?::bigint[]) wanted (board_uuid, anchor)
                        join leaderboards.board_capture c using (board_uuid, anchor)""")
                .params(
                        missing.stream().map(Key::board).toArray(Integer[]::new),
                        missing.stream().map(Key::anchor).toArray(Long[]::new))
                .query(row -> {
                    Key key = new Key(row.getInt(1), row.getLong(2), row.getLong(3));
                    BoardBody body = BoardBody.of(row.getBytes(4));
                    cache.put(key, body);
                    into.put(key, body);
                });
    }
}
