package dev.kiwi.projection.machinery;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One Postgres schema per version; a swap renames schemas, so readers by qualified name never see a gap. */
final class PostgresVersions implements VersionStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate plain;
    private final TransactionTemplate transaction;

    PostgresVersions(DataSource dataSource, TransactionTemplate transaction) {
        this.jdbc = JdbcClient.create(dataSource);
        this.plain = new JdbcTemplate(dataSource);
        this.transaction = transaction;
    }

    @Override
    public void createEmpty(Version version) {
        transaction.executeWithoutResult(_ -> {
            drop(version);
            jdbc.sql("create schema " + quoted(version.processor())).update();
            jdbc.sql("set local search_path to " + quoted(version.processor()) + ", public")
                    .update();
            TableDefinitions definitions = TableDefinitions.of(version.definition());
            execute(definitions.tables());
            if (!version.isShadow()) {
                execute(definitions.indexes());
            }
        });
    }

    @Override
    public void completeShadow(Version shadow) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("set local search_path to " + quoted(shadow.processor()) + ", public")
                    .update();
            execute(TableDefinitions.of(shadow.definition()).indexes());
            // Plans of the first reads after the swap should know the rows.
            tables(shadow.processor()).forEach(table -> execute("analyze " + quoted(table)));
        });
    }

    /** A plain statement: the driver splits the list, and nothing in it is taken for a parameter. */
    private void execute(String statements) {
        if (!statements.isBlank()) {
            plain.execute(statements);
        }
    }

    @Override
    public void drop(Version version) {
        dropSchema(version.processor());
    }

    private void dropSchema(String schema) {
        jdbc.sql("drop schema if exists " + quoted(schema) + " cascade").update();
    }

    @Override
    public String checksum(Version version) {
        return tables(version.processor()).stream()
                .map(table -> table + "=" + checksum(version.processor(), table))
                .collect(Collectors.joining(" "));
    }

    /** Partitions are counted with their parent. */
    private List<String> tables(String schema) {
        return jdbc.sql("""
                        select relname from pg_class
                        where relnamespace = to_regnamespace(?) and relkind in ('r', 'p') and not relispartition
                        order by relname
                        """)
                .param(quoted(schema))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String checksum(String schema, String table) {
        // A sum does not depend on the order of rows; 128 bits of hash keep two different tables apart.
        return jdbc.sql("""
                        select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) as low,
                               coalesce(sum(hashtextextended(t::text, 1)), 0) as high from %s.%s as t
                        """.formatted(quoted(schema), quoted(table)))
                .query((row, _) ->
                        row.getLong(1) + ":" + hex(row.getBigDecimal(2).toBigInteger())
                                + hex(row.getBigDecimal(3).toBigInteger()))
                .single();
    }

    private static String hex(BigInteger sum) {
        return "%016x".formatted(sum.longValue());
    }

    @Override
    public void swap(ProjectionDefinition definition) {
        String live = Version.live(definition).processor();
        String replaced = live + Version.REPLACED_SUFFIX;
        dropSchema(replaced);
        rename(live, replaced);
        rename(Version.shadow(definition).processor(), live);
    }

    private void rename(String from, String to) {
        jdbc.sql("alter schema " + quoted(from) + " rename to " + quoted(to)).update();
    }

    @Override
    public void completeSwap(ProjectionDefinition definition) {
        // The transaction has renamed everything.
    }

    @Override
    public void dropReplaced(ProjectionDefinition definition) {
        dropSchema(definition.name() + Version.REPLACED_SUFFIX);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
