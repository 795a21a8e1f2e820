package dev.kiwi.command.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes along to where a redirect leads. */
class RedirectedRequestTest {
    private final UpstreamRequest asked = UpstreamRequest.get(URI.create("https://a.example/feed"))
            .with("Accept", "application/rss+xml")
            .with("Authorization", "Bearer secret")
            .with("Client-Id", "kiwi")
            .unless(new Validators("\"7\"", "yesterday"));

    @Test
    void theSameOriginGetsAll() {
        assertThat(asked.redirectedTo(URI.create("https://a.example/rss"), true).headers())
                .isEqualTo(asked.headers());
    }

    /** The validators are those of the answer that came from there the last time. */
    @Test
    void anotherOriginGetsWhatTellsItNothing() {
        assertThat(asked.redirectedTo(URI.create("https://b.example/rss"), false)
                        .headers())
                .isEqualTo(Map.of(
                        "User-Agent", "Kiwi/1",
                        "Accept", "application/rss+xml",
                        "If-None-Match", "\"7\"",
                        "If-Modified-Since", "yesterday"));
    }
}
