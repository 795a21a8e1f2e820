package dev.kiwi.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.feed.StreamList;
import dev.kiwi.api.feed.VideoList;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.feed.Relay;
import dev.kiwi.command.feed.RelayStates;
import dev.kiwi.command.feed.Relays;
import dev.kiwi.command.feed.source.Fetched;
import dev.kiwi.command.feed.source.Source;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.web.dispatch.Queries;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Without a credential an endpoint says so, and serves what it has. */
class UnconfiguredFeedTest {
    private final Clock clock = Clock.systemUTC();
    private final CommandDispatcher nobody = null;

    private record Closed(String name) implements Source {
        @Override
        public String host() {
            return "closed.example";
        }

        @Override
        public boolean isConfigured() {
            return false;
        }

        @Override
        public boolean isLeftAlone() {
            return false;
        }

        @Override
        public Fetched fetch(Validators known) {
            throw new AssertionError("asked without a credential");
        }
    }

    @Test
    void saysThatNothingNewComes() {
        List<Relay> relays = List.of(
                new Relay(new Closed("twitch"), Duration.ofMinutes(5)),
                new Relay(new Closed("youtube"), Duration.ofMinutes(5)));
        RelayStates states = new RelayStates(TestStores.freshDatabase().dataSource(), clock);
        Queries kept = new Queries() {
            @Override
            public <R> Mono<R> ask(Object query, Class<R> type) {
                return Mono.just(type.cast(
                        type == StreamList.class ? new StreamList(List.of(), 7L) : new VideoList(List.of(), null)));
            }
        };
        FeedController feeds = new FeedController(kept, new Relays(relays, states, nobody, clock, true));
        assertThat(feeds.twitch().block()).isEqualTo(new FeedController.StreamsReply(List.of(), 0, 7L, false));
        assertThat(feeds.youtube().block()).isEqualTo(new FeedController.VideosReply(List.of(), 0, null, false));
    }
}
