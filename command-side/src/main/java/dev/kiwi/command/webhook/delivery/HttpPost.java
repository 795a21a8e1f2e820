package dev.kiwi.command.webhook.delivery;

import dev.kiwi.command.upstream.JudgedHttp;
import dev.kiwi.command.webhook.target.Targets;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

/** Posts by HTTP to the very addresses that were judged ({@link JudgedHttp}). */
final class HttpPost implements Post, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1024;

    private final JudgedHttp http = new JudgedHttp("webhooks");
    private final Targets targets;
    private final Duration patience;
    private final UnaryOperator<HttpClient> trust;

    HttpPost(Targets targets) {
        this(targets, PATIENCE, client -> client);
    }

    /**
     * @param patience for the connection, and for the status of the answer
     * @param trust whose certificates are good; the JDK's trust store unless it says otherwise
     */
    HttpPost(Targets targets, Duration patience, UnaryOperator<HttpClient> trust) {
        this.targets = targets;
        this.patience = patience;
        this.trust = trust;
    }

    /** Of the answer's body the first kilobyte is read; the rest is not, and the connection is closed. */
    @Override
    public Answer send(String url, Map<String, String> headers, String body) throws IOException {
        return http.exchange(
                targets.of(url),
                patience,
                client -> trust.apply(client)
                        .headers(out -> {
                            headers.forEach(out::set);
                            out.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                            out.set(HttpHeaderNames.USER_AGENT, "Kiwi-Webhooks/1");
                        })
                        .post()
                        .uri(URI.create(url))
                        .send(ByteBufMono.fromString(Mono.just(body)))
                        .response((response, content) -> JudgedHttp.beginning(content, LARGEST_ANSWER, patience)
                                .map(text ->
                                        new Answer(response.status().code(), new String(text, StandardCharsets.UTF_8)))
                                .flux())
                        .next()
                        .timeout(patience.plus(JudgedHttp.bodyPatience(patience))));
    }

    @Override
    public void close() {
        http.close();
    }
}
