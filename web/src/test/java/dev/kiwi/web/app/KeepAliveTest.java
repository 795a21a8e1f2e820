package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * The HTTP server goes on reading a kept connection when a request came before the answer to the last one was done. With
 * reactor-netty 1.3.6 the third request here is never read, and a bot waits until its time-out.
 */
class KeepAliveTest {
    private static final int TIMEOUT_MS = 5_000;

    @Test
    void aRequestThatWaitedInTheQueueDoesNotSilenceTheConnection() throws Exception {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> response.sendString(
                        request.uri().equals("/slow")
                                ? Mono.delay(Duration.ofMillis(50)).thenReturn("slow")
                                : Mono.just("quick")))
                .bindNow();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(TIMEOUT_MS);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            send(socket, "/slow", "/queued");
            assertThat(status(answers)).contains("200");
            assertThat(status(answers)).contains("200");
            send(socket, "/third");
            assertThat(status(answers)).contains("200");
        } finally {
            server.disposeNow();
        }
    }

    private static void send(Socket socket, String... paths) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Skips to the next status line; bodies here hold none. */
    private static String status(BufferedReader answers) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            int status = line.indexOf("HTTP/1.1");
            if (status >= 0) {
                return line.substring(status);
            }
        }
        throw new IOException("The connection was closed");
    }
}
