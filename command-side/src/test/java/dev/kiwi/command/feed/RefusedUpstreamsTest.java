package dev.kiwi.command.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.CatalogSettings;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.command.feed.source.PastDelveWeeks;
import dev.kiwi.command.feed.source.TwitchSource;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.SystemLookup;
import dev.kiwi.embedded.SilentPort;
import dev.kiwi.embedded.TestStores;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where nobody listens: every relay says so, and nothing is recorded, so that what was served stays. */
class RefusedUpstreamsTest {
    /** Of two relays that share a service the second may find it left alone. */
    private static final String LEFT_ALONE = "it failed too often; the next try is in a while";

    private final TestStores.Database database = TestStores.freshDatabase();
    private final SilentPort away = new SilentPort();
    private final Clock clock = Clock.systemUTC();

    private Relays relays(BoundedHttp http, String delves) {
        EventStoreConfiguration.flyway(database.dataSource()).migrate();
        URI closed = away.uri();
        FeedUpstreams upstreams = new FeedUpstreams(
                closed,
                closed,
                closed,
                new TwitchSource.Credentials("id", "secret"),
                closed,
                "key",
                closed,
                closed,
                closed,
                "a/b",
                "",
                delves.isEmpty() ? "" : closed.toString(),
                "");
        return new Relays(
                new FeedSources(upstreams, http, clock)
                        .relays(new CatalogSettings(), new PastDelveWeeks(database.dataSource(), clock)),
                new RelayStates(database.dataSource(), clock),
                new Nobody(),
                clock,
                true);
    }

    @AfterEach
    void close() {
        away.close();
    }

    @Test
    void aRefusedConnectionIsSeenAndChangesNothing() throws Exception {
        try (BoundedHttp http = new BoundedHttp(new SystemLookup());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Relays relays = relays(http, "named");
            List<String> asked = relays.list().stream()
                    .map(RelayStatus::name)
                    .filter(name -> !name.equals("delves_history"))
                    .toList();
            assertThat(asked).hasSize(9).contains("chaos_chest", "delves");
            threads.invokeAll(asked.stream()
                    .<Callable<String>>map(name -> () -> relays.fetch(name))
                    .toList());
            assertThat(relays.fetch("delves_history")).isEqualTo("nothing was due");
            assertThat(relays.list().stream().filter(relay -> asked.contains(relay.name())))
                    .allSatisfy(relay -> {
                        assertThat(relay.lastError()).isIn("the connection was refused", LEFT_ALONE);
                        assertThat(relay.failures()).isOne();
                        assertThat(relay.fetchedAt()).isNull();
                        assertThat(relay.host()).isEqualTo("127.0.0.1");
                    });
        }
    }

    @Test
    void theHostOfAServiceThatIsNotNamedIsNotShown() throws Exception {
        try (BoundedHttp http = new BoundedHttp(new SystemLookup())) {
            List<RelayStatus> delves = relays(http, "").list().stream()
                    .filter(relay -> relay.name().startsWith("delves"))
                    .toList();
            assertThat(delves).hasSize(2).allSatisfy(relay -> {
                assertThat(relay.host()).isNull();
                assertThat(relay.configured()).isFalse();
                assertThat(relay.lastError()).isEqualTo("no service is named (UPSTREAM_DELVES_URL)");
            });
        }
    }

    private static final class Nobody implements CommandDispatcher {
        @Override
        public <R> CompletableFuture<Dispatched<R>> dispatch(
                Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
            throw new AssertionError("recorded: " + command);
        }
    }
}
