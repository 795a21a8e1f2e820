package dev.kiwi.projection.machinery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code pm.projection}: what all nodes know of each projection. */
final class Registry {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Registry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Entry> all() {
        Map<String, Entry> entries = new HashMap<>();
        jdbc.sql("select name, state, definition_hash, held, swapped, rebuild_requested, rebuild from pm.projection")
                .query(row -> {
                    entries.put(
                            row.getString(1),
                            new Entry(
                                    row.getString(2).equals("paused"),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6),
                                    rebuild(row.getString(7))));
                });
        return entries;
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    private static ProjectionAdmin.@Nullable Rebuild rebuild(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, ProjectionAdmin.Rebuild.class);
    }

    void insert(String name, String hash) {
        jdbc.sql("insert into pm.projection (name, definition_hash) values (?, ?)")
                .params(name, hash)
                .update();
    }

    /** False when the projection was in that state already. */
    boolean setPaused(String name, boolean paused) {
        String state = paused ? "paused" : "running";
        return jdbc.sql("update pm.projection set state = ? where name = ? and state <> ?")
                        .params(state, name, state)
                        .update()
                > 0;
    }

    void setHeld(String name, boolean held) {
        jdbc.sql("update pm.projection set held = ? where name = ?")
                .params(held, name)
                .update();
    }

    void setSwapped(String name, boolean swapped) {
        jdbc.sql("update pm.projection set swapped = ? where name = ?")
                .params(swapped, name)
                .update();
    }

    void setHash(String name, String hash) {
        jdbc.sql("update pm.projection set definition_hash = ? where name = ?")
                .params(hash, name)
                .update();
    }

    void setRebuildRequested(String name, boolean requested) {
        jdbc.sql("update pm.projection set rebuild_requested = ? where name = ?")
                .params(requested, name)
                .update();
    }

    void setRebuild(ProjectionAdmin.Rebuild rebuild) {
        jdbc.sql("update pm.projection set rebuild = ?::jsonb where name = ?")
                .params(JSON.writeValueAsString(rebuild), rebuild.name())
                .update();
    }

    /** False, and nothing is changed, when the rebuild has ended by itself meanwhile. */
    boolean endRebuild(ProjectionAdmin.Rebuild ended) {
        return jdbc.sql(
                                "update pm.projection set rebuild = ?::jsonb where name = ? and rebuild->>'phase' not in (?, ?)")
                        .params(
                                JSON.writeValueAsString(ended),
                                ended.name(),
                                RebuildProgress.DONE,
                                RebuildProgress.FAILED)
                        .update()
                == 1;
    }

    /** @param held everybody keeps the live processor stopped; @param swapped a swap is not tidied up yet */
    record Entry(
            boolean paused,
            String hash,
            boolean held,
            boolean swapped,
            boolean rebuildRequested,
            ProjectionAdmin.@Nullable Rebuild rebuild) {

        boolean isOutdated(ProjectionDefinition definition) {
            return !hash.equals(Version.hash(definition));
        }

        boolean isRebuilding() {
            return rebuild != null
                    && !rebuild.phase().equals(RebuildProgress.DONE)
                    && !rebuild.phase().equals(RebuildProgress.FAILED);
        }
    }
}
