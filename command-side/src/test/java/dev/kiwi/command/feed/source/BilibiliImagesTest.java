package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilibiliImagesTest {
    private static final URI PICTURE = URI.create("https://i0.hdslb.com/bfs/a.jpg?x=1");

    private final SourceFixture fixture = new SourceFixture();
    private final BilibiliImages images = new BilibiliImages(fixture.service(), true);

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hdslb.com/a", "https://i0.hdslb.com/a?b=c", "HTTPS://I0.HDSLB.COM:443/a"})
    void theirPicturesMayBeAskedFor(String url) {
        assertThat(BilibiliImages.address(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://i0.hdslb.com/a",
                "https://hdslb.com.example/a",
                "https://evilhdslb.com/a",
                "https://user@i0.hdslb.com/a",
                "https://i0.hdslb.com:8443/a",
                "https://127.0.0.1/hdslb.com",
                "https://example.com#@i0.hdslb.com/a",
                "file:///hdslb.com",
                "//i0.hdslb.com/a",
                "",
                "a b"
            })
    void nothingElseMay(String url) {
        assertThat(BilibiliImages.address(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"image/png,image/png", "image/webp,image/webp", "text/html,image/jpeg", "'image/png;x=<>',image/jpeg"})
    void answersTheBytesAsAPicture(String type, String shown) throws Exception {
        fixture.upstream.answers(asked -> new Answer(200, "bytes", Map.of("Content-Type", type)));
        BilibiliImages.Image image = images.fetch(PICTURE);
        assertThat(image.type()).isEqualTo(shown);
        assertThat(image.bytes()).asString().isEqualTo("bytes");
        assertThat(fixture.upstream.asked().getFirst().path()).isEqualTo("/bfs/a.jpg?x=1");
        assertThat(fixture.upstream.asked().getFirst().headers()).containsEntry("referer", "https://www.bilibili.com/");
    }

    @Test
    void aRedirectIsNoPicture() {
        fixture.upstream.answers(asked -> new Answer(302, "", Map.of("Location", "/other")));
        assertThatThrownBy(() -> images.fetch(PICTURE)).hasMessage("it answers 302");
        assertThat(fixture.upstream.asked()).hasSize(1);
    }

    @Test
    void whatFailsForOneCallerIsStillServedToOthers() throws Exception {
        fixture.upstream.answers(asked -> new Answer(503, "", Map.of("Retry-After", "60")));
        for (int i = 0; i < 60; i++) {
            assertThatThrownBy(() -> images.fetch(PICTURE)).isInstanceOf(UpstreamFailure.class);
        }
        fixture.upstream.answers(asked -> new Answer(200, "bytes", Map.of("Content-Type", "image/png")));
        assertThat(images.fetch(PICTURE).bytes()).asString().isEqualTo("bytes");
    }

    @Test
    void aHostOfTheirsThatLeadsHereIsNotAsked() {
        // Not a stand-in: the name itself is resolved, and this one is of this machine.
        BilibiliImages real = new BilibiliImages(fixture.service(), false);
        assertThatThrownBy(() -> real.fetch(URI.create("https://localhost/a")))
                .isInstanceOf(UpstreamFailure.class)
                .hasMessage("the address leads into a private network");
    }
}
