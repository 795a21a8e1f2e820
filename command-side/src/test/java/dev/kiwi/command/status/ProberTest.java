package dev.kiwi.command.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.status.Environment;
import dev.kiwi.api.status.RecordServerStatus;
import dev.kiwi.api.status.Verdict;
import dev.kiwi.command.CatalogSettings;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.SystemLookup;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.embedded.TestUpstream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProberTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestUpstream gateway = new TestUpstream();
    private final TcpStandIn eu = new TcpStandIn();
    private final TcpStandIn us = new TcpStandIn();
    private final BoundedHttp http = new BoundedHttp(new SystemLookup());
    private final List<Object> sent = new ArrayList<>();
    private final CatalogSettings settings = new CatalogSettings()
            .with("trove_status_eu_host", "127.0.0.1")
            .with("trove_status_us_host", "127.0.0.1")
            .with("trove_status_pts_host", "")
            .with("trove_status_game_hold_seconds", 0.2)
            .with("trove_status_probe_retry_delay_seconds", 0.0);
    private TestStores.Database database;
    private Prober prober;

    @BeforeEach
    void open() {
        database = TestStores.freshDatabase();
        EventStoreConfiguration.flyway(database.dataSource()).migrate();
        settings.with("trove_status_eu_port", eu.port()).with("trove_status_us_port", us.port());
        Duration patience = Duration.ofSeconds(2);
        prober = new Prober(
                new AuthProbe(http, gateway.uri(), AuthProbe.ANSWERS, patience),
                new GameProbe(new SystemLookup(), new Random(7), patience),
                new ProbeSettings(settings),
                new ServerStatusTable(database.dataSource()),
                new Sent(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        gateway.close();
        eu.close();
        us.close();
        http.close();
    }

    private JsonNode snapshot() {
        return JsonMapper.shared()
                .readTree(JdbcClient.create(database.dataSource())
                        .sql("select snapshot from es.server_status")
                        .query(String.class)
                        .single());
    }

    @Test
    void aGatewayAndGamesThatAnswerAreOnline() {
        gateway.answers(404, "");
        assertThat(prober.cycle()).isEqualTo("online");
        JsonNode snapshot = snapshot();
        assertThat(snapshot.at("/auth/http_status").intValue()).isEqualTo(404);
        assertThat(snapshot.at("/auth/online").booleanValue()).isTrue();
        assertThat(snapshot.at("/auth/error").isNull()).isTrue();
        assertThat(snapshot.at("/environments/eu/game/probe").stringValue()).isEqualTo("glsserver");
        assertThat(snapshot.at("/environments/pts/status").stringValue()).isEqualTo("maintenance");
        assertThat(snapshot.at("/environments/pts/game/error").stringValue()).isEqualTo("not_configured");
        assertThat(snapshot.at("/environments/pts/game").has("probe")).isFalse();
        assertThat(snapshot.path("checked_at").longValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(sent)
                .containsExactly(
                        new RecordServerStatus(Environment.EU, Verdict.ONLINE, NOW),
                        new RecordServerStatus(Environment.US, Verdict.ONLINE, NOW),
                        new RecordServerStatus(Environment.PTS, Verdict.MAINTENANCE, NOW));
    }

    /** As for a leader that was held up, while the next one has looked. */
    @Test
    void whatWasFoundBeforeTheNewestLookIsNothing() {
        gateway.answers(503, "");
        prober.cycle();
        JdbcClient.create(database.dataSource())
                .sql("update es.server_status set checked_at = checked_at + interval '1 minute', snapshot = '{}'")
                .update();
        sent.clear();
        assertThat(prober.cycle()).isEqualTo("another node has looked since");
        assertThat(snapshot()).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void gamesThatHangUpAreInMaintenance() {
        gateway.answers(200, "");
        us.plays(TcpStandIn.Play.REPLY_AND_HANG_UP);
        assertThat(prober.cycle()).isEqualTo("maintenance");
        assertThat(snapshot().at("/environments/us/status").stringValue()).isEqualTo("maintenance");
        assertThat(snapshot().at("/environments/us/game/error").stringValue()).isEqualTo("glsserver_dropped");
        assertThat(us.heard()).hasSize(3);
        assertThat(eu.heard()).hasSize(1);
    }

    @Test
    void withoutAGatewayAllIsDownHoweverTheGamesAnswer() {
        gateway.answers(503, "");
        assertThat(prober.cycle()).isEqualTo("down");
        assertThat(snapshot().at("/auth/error").stringValue()).isEqualTo("HTTP 503");
        assertThat(gateway.asked()).hasSize(3);
        assertThat(snapshot().at("/environments/eu/online").booleanValue()).isTrue();
        gateway.close();
        assertThat(prober.cycle()).isEqualTo("down");
        assertThat(snapshot().at("/auth/http_status").isNull()).isTrue();
        assertThat(snapshot().at("/auth/error").stringValue()).contains("ConnectException");
    }

    @Test
    void theStatusOfTheGatewayCountsHoweverLongItsBodyIs() {
        gateway.answers(200, "x".repeat(4 << 20));
        assertThat(prober.cycle()).isEqualTo("online");
        assertThat(snapshot().at("/auth/http_status").intValue()).isEqualTo(200);
        gateway.answers(asked -> new TestUpstream.Answer(302, "", Map.of("Location", gateway.uri() + "/elsewhere")));
        assertThat(prober.cycle()).isEqualTo("online");
        assertThat(snapshot().at("/auth/http_status").intValue()).isEqualTo(302);
    }

    @Test
    void oneSuccessOfThreeIsEnough() {
        gateway.answers(asked -> new TestUpstream.Answer(gateway.asked().size() < 3 ? 502 : 200, ""));
        assertThat(prober.cycle()).isEqualTo("online");
    }

    @Test
    void withoutTheDeepProbeAConnectionIsEnough() {
        gateway.answers(200, "");
        settings.with("trove_status_game_deep_probe", false);
        us.plays(TcpStandIn.Play.REPLY_AND_HANG_UP);
        assertThat(prober.cycle()).isEqualTo("online");
        assertThat(snapshot().at("/environments/us/game/probe").stringValue()).isEqualTo("tcp");
    }

    private final class Sent implements CommandDispatcher {
        @Override
        public <R> CompletableFuture<Dispatched<R>> dispatch(
                Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
            // Who hears of it reads what it came from.
            assertThat(snapshot()).isNotNull();
            sent.add(command);
            return CompletableFuture.completedFuture(new Dispatched<>(null, -1));
        }
    }
}
