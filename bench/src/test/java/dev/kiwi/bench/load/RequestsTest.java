package dev.kiwi.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final URI SERVER = URI.create("http://localhost:1");

    private static String line(byte[] request) {
        return new String(request, UTF_8).lines().findFirst().orElseThrow();
    }

    @Test
    void freshOnesTakeThePathsInTurnAndNeverAskTheSameTwice() {
        Requests fresh = Requests.fresh(SERVER, List.of("/a", "/b?c=1"), List.of("one", "two"));
        assertThat(line(fresh.next(0))).isEqualTo("GET /a?asked=0 HTTP/1.1");
        assertThat(line(fresh.next(0))).isEqualTo("GET /b?c=1&asked=1 HTTP/1.1");
        assertThat(line(fresh.next(1))).isEqualTo("GET /a?asked=2 HTTP/1.1");
    }

    @Test
    void eachConnectionHasACredentialOfItsOwn() {
        Requests fresh = Requests.fresh(SERVER, List.of("/a"), List.of("one", "two"));
        assertThat(new String(fresh.next(1), UTF_8)).contains("Authorization: Bearer two\r\n");
        assertThat(new String(fresh.next(2), UTF_8)).contains("Authorization: Bearer one\r\n");
        assertThat(new String(Requests.fresh(SERVER, List.of("/a"), List.of("")).next(0), UTF_8))
                .doesNotContain("Authorization");
    }
}
