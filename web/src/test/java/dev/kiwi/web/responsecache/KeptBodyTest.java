package dev.kiwi.web.responsecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptBodyTest {
    private final byte[] text = "{\"name\":\"Infinium Ore\"},".repeat(100).getBytes(StandardCharsets.UTF_8);
    private final KeptBody body = new KeptBody(text);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "GZIP;q=0.5", "deflate, gzip; q=1.0, *;q=0", "gzip;q=0.001"})
    void whoTakesItCompressedGetsItSo(String acceptEncoding) {
        assertThat(body.isCompressedFor(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "br, gzip; q=0.0", "gzip;q=0.000, br"})
    void nobodyElseDoes(String acceptEncoding) {
        assertThat(body.isCompressedFor(acceptEncoding)).isFalse();
    }

    @Test
    void itIsTheSameAndSmaller() throws IOException {
        assertThat(body.isCompressedFor(null)).isFalse();
        byte[] compressed = body.compressed();
        assertThat(compressed).hasSizeLessThan(text.length / 4).isSameAs(body.compressed());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
                .isEqualTo(text);
    }

    @Test
    void whatFitsIntoAPacketStaysAsItIs() {
        assertThat(new KeptBody(new byte[1_023]).isCompressedFor("gzip")).isFalse();
        assertThat(new KeptBody(new byte[1_024]).isCompressedFor("gzip")).isTrue();
    }
}
