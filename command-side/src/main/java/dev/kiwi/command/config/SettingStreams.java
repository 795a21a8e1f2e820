package dev.kiwi.command.config;

import dev.kiwi.api.config.ConfigEvent;
import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.api.config.SettingKey;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the settings' events from the event store: the last event of a setting says all about it, so there is no read
 * model that could lag behind. Blocks.
 */
public final class SettingStreams {
    private static final String[] IDENTIFIERS = SettingCatalog.all().stream()
            .map(SettingDefinition::key)
            .map(SettingKey::of)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final EventStorageEngine events;

    public SettingStreams(DataSource dataSource, EventStorageEngine events) {
        this.jdbc = JdbcClient.create(dataSource);
        this.events = events;
    }

    /** The last sequence number of each setting that was ever overridden, by the setting's key. */
    public Map<String, Long> ends() {
        Map<String, Long> ends = new HashMap<>();
        jdbc.sql("""
                        select aggregate_identifier, max(sequence_number) from es.event
                        where aggregate_identifier = any(:identifiers) group by aggregate_identifier""").param("identifiers", IDENTIFIERS).query(row -> {
            ends.put(SettingKey.keyIn(row.getString(1)), row.getLong(2));
        });
        return ends;
    }

    /** @param sequence of an event that is there */
    public ConfigEvent at(String key, long sequence) {
        return (ConfigEvent)
                events.readEvents(SettingKey.of(key), sequence).next().getPayload();
    }
}
