package dev.kiwi.command.blob;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the {@link BlobJanitor} delete what no event names. Blocks. */
public final class BlobSweep {
    /** Longer than any upload takes to its event, and than a clock is wrong. */
    private static final Duration MINIMUM_AGE = Duration.ofDays(1);

    // Whatever looks like a blob's name counts, in any event: a declaration that somebody forgot would delete data.
    private static final String NAMED = """
            select distinct found[1] from es.event,
                regexp_matches(convert_from(payload, 'UTF8'), '"([0-9a-f]{64})"', 'g') as found""";

    private final BlobJanitor janitor;
    private final JdbcClient sql;

    public BlobSweep(BlobJanitor janitor, DataSource dataSource) {
        this.janitor = janitor;
        this.sql = JdbcClient.create(dataSource);
    }

    /** @return names of the deleted blobs */
    public List<String> sweep() throws IOException {
        Set<String> named = new HashSet<>(sql.sql(NAMED).query(String.class).list());
        return janitor.sweep(named::contains, MINIMUM_AGE);
    }
}
