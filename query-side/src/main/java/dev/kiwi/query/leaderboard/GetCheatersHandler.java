package dev.kiwi.query.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.GetCheaters;
import dev.kiwi.api.leaderboard.GetCheaters.Published;
import dev.kiwi.projection.leaderboard.cheater.CheaterAnalysis;
import dev.kiwi.projection.leaderboard.cheater.CheaterSettings;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@QueryComponent
class GetCheatersHandler {
    private final JdbcClient jdbc;
    private final Supplier<CheaterSettings> settings;
    private final JsonMapper json = new JsonMapper();
    /** The last one read: a report is large, and read far more often than made. */
    private final AtomicReference<@Nullable Published> last = new AtomicReference<>();

    GetCheatersHandler(JdbcClient jdbc, RuntimeSettings settings) {
        this.jdbc = jdbc;
        this.settings = CheaterSettings.of(settings);
    }

    @QueryHandler
    Published handle(GetCheaters query) {
        CheaterSettings now = settings.get();
        return published()
                .map(found -> shown(found, now))
                .orElseGet(() -> new Published("none " + now, CheaterAnalysis.nothing(now, null, 0)));
    }

    /** What is switched off is not shown, even while the last report still has it. */
    private static Published shown(Published found, CheaterSettings now) {
        boolean players = now.players().enabled();
        boolean clusters = now.stems().enabled();
        String version = found.version() + (players ? "" : " no players") + (clusters ? "" : " no clusters");
        return new Published(version, found.report().only(players, clusters));
    }

    private Optional<Published> published() {
        Optional<String> version = jdbc.sql(
                        "select xmin::text || ' ' || computed_at::text from pm.leaderboard_finding where kind = 'cheaters'")
                .query(String.class)
                .optional();
        Published kept = last.get();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        return kept != null && kept.version().equals(version.get()) ? Optional.of(kept) : read();
    }

    private Optional<Published> read() {
        Optional<Published> read = jdbc.sql("""
                        select xmin::text || ' ' || computed_at::text, body from pm.leaderboard_finding where kind = 'cheaters'""")
                .query((row, n) ->
                        new Published(row.getString(1), json.readValue(row.getString(2), CheaterReport.class)))
                .optional();
        read.ifPresent(last::set);
        return read;
    }
}
