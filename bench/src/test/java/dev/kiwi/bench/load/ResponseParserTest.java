package dev.kiwi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseParserTest {
    private static final String TWO =
            "HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\ncontent-LENGTH: 5\r\n\r\nhello"
                    + "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n";

    private final ResponseParser parser = new ResponseParser();

    @Test
    void aResponseEndsWhereItsLengthSaysHoweverItArrives() throws IOException {
        for (int piece = 1; piece <= TWO.length(); piece++) {
            StringBuilder seen = new StringBuilder();
            for (int begin = 0; begin < TWO.length(); begin += piece) {
                ByteBuffer in = bytes(TWO.substring(begin, Math.min(TWO.length(), begin + piece)));
                while (in.hasRemaining()) {
                    if (parser.take(in)) {
                        seen.append(parser.status()).append(' ');
                    }
                }
            }
            assertThat(seen).as("pieces of %d", piece).hasToString("201 204 ");
        }
    }

    @Test
    void theBeginOfTheBodyIsKeptUntilTheNextResponse() throws IOException {
        ByteBuffer in = bytes(TWO);
        assertThat(parser.take(in)).isTrue();
        assertThat(parser.bodyBegin()).isEqualTo("hello");
        assertThat(parser.take(in)).isTrue();
        assertThat(parser.bodyBegin()).isEmpty();
    }

    @Test
    void ofALongBodyOnlyTheBeginIsKept() throws IOException {
        String body = "x".repeat(1_000) + "y".repeat(1_000);
        assertThat(parser.take(bytes("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + body)))
                .isTrue();
        assertThat(parser.bodyBegin()).isEqualTo(body.substring(0, 1_024));
    }

    @Test
    void aResponseWithoutALengthIsRefused() {
        assertThatThrownBy(() -> parser.take(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Content-Length");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
