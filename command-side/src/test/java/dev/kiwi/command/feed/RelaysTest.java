package dev.kiwi.command.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.command.feed.source.Fetched;
import dev.kiwi.command.feed.source.Source;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelaysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Object> sent = new ArrayList<>();
    private final ScriptedSource source = new ScriptedSource();
    private Instant now = NOW;
    private long position = 7;
    private boolean storeFails;
    private Relays relays;

    @BeforeEach
    void open() {
        relays = relays(true, TestStores.freshDatabase());
    }

    private Relays relays(boolean enabled, TestStores.Database database) {
        EventStoreConfiguration.flyway(database.dataSource()).migrate();
        var clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        RelayStates states = new RelayStates(database.dataSource(), clock);
        return new Relays(List.of(new Relay(source, Duration.ofMinutes(5))), states, new Sent(), clock, enabled);
    }

    private RelayStatus status() {
        return relays.list().getFirst();
    }

    @Test
    void whatIsToldIsRecordedAndItsValidatorsAreShownTheNextTime() throws Exception {
        source.next = known -> new Fetched.Told("command", new Validators("\"1\"", "today"));
        assertThat(relays.fetch("scripted")).isEqualTo("something is new");
        assertThat(sent).containsExactly("command");
        RelayStatus status = status();
        assertThat(status.fetchedAt()).isEqualTo(NOW);
        assertThat(status.changedAt()).isEqualTo(NOW);
        assertThat(status.lastError()).isNull();

        now = NOW.plusSeconds(300);
        source.next = known -> new Fetched.Unchanged();
        assertThat(relays.fetch("scripted")).isEqualTo("unchanged");
        assertThat(source.shown).isEqualTo(new Validators("\"1\"", "today"));
        now = NOW.plusSeconds(360);
        assertThat(status().changedAt()).isEqualTo(NOW);
        assertThat(status().fetchedAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(status().ageSeconds()).isEqualTo(60);
        assertThat(sent).hasSize(1);
    }

    @Test
    void whoWasNotAskedHasNotAnswered() {
        source.next = known -> new Fetched.NotAsked();
        assertThat(relays.fetch("scripted")).isEqualTo("nothing was due");
        assertThat(status().attemptedAt()).isNull();
        assertThat(status().ageSeconds()).isNull();
    }

    @Test
    void whatIsNotNewIsNotCalledAChange() {
        position = -1;
        source.next = known -> new Fetched.Told("command", Validators.NONE);
        assertThat(relays.fetch("scripted")).isEqualTo("nothing is new");
        assertThat(status().changedAt()).isNull();
        assertThat(status().fetchedAt()).isEqualTo(NOW);
    }

    @Test
    void aFailureIsCountedAndForgottenWithTheNextSuccess() {
        source.next = known -> {
            throw UpstreamFailure.status(500);
        };
        relays.fetch("scripted");
        relays.fetch("scripted");
        assertThat(status().failures()).isEqualTo(2);
        assertThat(status().lastError()).isEqualTo("it answers 500");
        assertThat(status().fetchedAt()).isNull();
        assertThat(status().ageSeconds()).isNull();
        assertThat(sent).isEmpty();

        source.next = known -> new Fetched.Unchanged();
        relays.fetch("scripted");
        assertThat(status().failures()).isZero();
        assertThat(status().lastError()).isNull();
    }

    @Test
    void anAnswerThatAParserChokesOnIsAFailureToo() {
        source.next = known -> {
            throw new IndexOutOfBoundsException("7");
        };
        relays.fetch("scripted");
        assertThat(status().lastError()).isEqualTo("its answer was not understood: IndexOutOfBoundsException");
    }

    @Test
    void aStoreThatFailsIsAFaultOfOursAndKeepsNoValidators() throws Exception {
        storeFails = true;
        source.next = known -> new Fetched.Told("command", new Validators("\"1\"", null));
        assertThatThrownBy(() -> relays.fetch("scripted")).hasRootCauseMessage("no store");
        assertThat(status().lastError()).isEqualTo("it could not be recorded: IllegalStateException");
        assertThat(source.recorded).isZero();
        storeFails = false;
        relays.fetch("scripted");
        assertThat(source.shown).isEqualTo(Validators.NONE);
        assertThat(source.recorded).isOne();
    }

    @Test
    void withoutACredentialNothingIsAskedAndThatIsSaid() {
        source.configured = false;
        assertThat(relays.fetch("scripted")).isEqualTo("a credential is missing");
        assertThat(relays.isConfigured("scripted")).isFalse();
        assertThat(status().configured()).isFalse();
        assertThat(status().lastError()).isEqualTo("a credential is missing");
        assertThat(source.shown).isNull();
    }

    @Test
    void withoutANameNoHostIsShown() {
        assertThat(status().host()).isEqualTo("scripted.example");
        source.configured = false;
        source.host = null;
        assertThat(status().host()).isNull();
        assertThat(status().configured()).isFalse();
    }

    @Test
    void theJobDoesNothingWhereRelaysAreOff() throws Exception {
        source.next = known -> new Fetched.Unchanged();
        ScheduledJob job = relays.job("scripted");
        assertThat(job.name()).isEqualTo("feed-scripted");
        assertThat(job.every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(job.work().run()).isEqualTo("unchanged");
        source.shown = null;
        assertThat(relays(false, TestStores.freshDatabase())
                        .job("scripted")
                        .work()
                        .run())
                .isEqualTo("switched off (FEEDS_ENABLED)");
        assertThat(source.shown).isNull();
    }

    private interface Script {
        Fetched fetch(Validators known) throws UpstreamFailure;
    }

    private static final class ScriptedSource implements Source {
        private Script next = known -> new Fetched.Unchanged();
        private boolean configured = true;
        private @Nullable String host = "scripted.example";
        private int recorded;
        private @Nullable Validators shown;

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public @Nullable String host() {
            return host;
        }

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public void recorded() {
            recorded++;
        }

        @Override
        public boolean isLeftAlone() {
            return false;
        }

        @Override
        public Fetched fetch(Validators known) throws UpstreamFailure {
            shown = known;
            return next.fetch(known);
        }
    }

    private final class Sent implements CommandDispatcher {
        @Override
        public <R> CompletableFuture<Dispatched<R>> dispatch(
                Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
            if (storeFails) {
                return CompletableFuture.failedFuture(new IllegalStateException("no store"));
            }
            sent.add(command);
            return CompletableFuture.completedFuture(new Dispatched<>(null, position));
        }
    }
}
