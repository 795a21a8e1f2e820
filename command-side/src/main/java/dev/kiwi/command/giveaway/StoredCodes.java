package dev.kiwi.command.giveaway;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Free codes by the table of claims. */
final class StoredCodes implements FreeCodes {
    private final JdbcClient jdbc;

    StoredCodes(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Optional<String> firstOf(String drawerId) {
        return jdbc.sql("""
                        select code.value from es.claim code
                        where code.kind = :codes and not exists (
                            select 1 from es.claim used where used.kind = :use and used.value = code.value)
                        order by code.position, code.value limit 1""")
                .param("codes", CodeUses.ofDrawer(drawerId))
                .param("use", CodeUses.USE)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean anyUsed(String drawerId) {
        return jdbc.sql("""
                        select exists (
                            select 1 from es.claim code join es.claim used on used.kind = :use and used.value = code.value
                            where code.kind = :codes)""")
                .param("codes", CodeUses.ofDrawer(drawerId))
                .param("use", CodeUses.USE)
                .query(Boolean.class)
                .single();
    }
}
