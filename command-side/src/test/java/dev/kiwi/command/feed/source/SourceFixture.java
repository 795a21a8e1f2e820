package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.SystemLookup;
import dev.kiwi.command.upstream.UpstreamLimits;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.embedded.TestUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in and a service that calls it, with next to no patience. */
final class SourceFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final TestUpstream upstream = new TestUpstream();
    private final BoundedHttp http = new BoundedHttp(new SystemLookup());

    UpstreamService service() {
        UpstreamLimits limits =
                new UpstreamLimits(Duration.ofSeconds(5), 1 << 20, 1, Duration.ofMillis(1), 50, Duration.ofMinutes(1));
        return new UpstreamService("stand-in", upstream.uri(), limits, http, CLOCK);
    }

    static List<FeedItem> items(Fetched fetched) {
        return ((RecordFetch) ((Fetched.Told) fetched).command()).items();
    }

    static List<JsonNode> json(List<FeedItem> items) {
        return items.stream()
                .map(item -> JsonMapper.shared().readTree(item.json()))
                .toList();
    }

    static String file(String name) {
        try (InputStream in = SourceFixture.class.getResourceAsStream("/feed/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
        upstream.close();
    }
}
