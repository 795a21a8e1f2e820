package dev.kiwi.command.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamClientTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final TestUpstream service = new TestUpstream();
    private final UpstreamClient client = new UpstreamClient();

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(service.uri()).build();
    }

    @Test
    void answersWhatItIsAnswered() throws Exception {
        service.answers(418, "no coffee");
        var answer = client.send(request(), LONG);
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("no coffee");
    }

    @Test
    void waitsNoLongerThanItMay() {
        CountDownLatch over = new CountDownLatch(1);
        service.answers(asked -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(200, "late");
        });
        assertThatThrownBy(() -> client.send(request(), Duration.ofMillis(200)))
                .isInstanceOf(HttpTimeoutException.class);
        over.countDown();
    }

    @Test
    void takesNoAnswerWithoutAnEnd() {
        service.answers(200, "x".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> client.send(request(), LONG)).isInstanceOf(IOException.class);
    }

    @Test
    void aServiceThatIsNotThereIsAnIoError() {
        service.close();
        assertThatThrownBy(() -> client.send(request(), LONG)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example,https://a.example/x",
        "https://a.example/,https://a.example/x",
        "https://a.example/b/,https://a.example/b/x"
    })
    void aBaseAddressMayHaveAPathAndAnEnd(URI base, URI whole) {
        assertThat(UpstreamClient.below(base, "/x")).isEqualTo(whole);
    }
}
