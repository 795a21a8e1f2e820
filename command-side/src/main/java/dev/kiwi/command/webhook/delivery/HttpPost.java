package dev.kiwi.command.webhook.delivery;

import dev.kiwi.command.upstream.JudgedAddresses;
import dev.kiwi.command.webhook.target.Targets;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Posts by HTTP to the very addresses that were judged: the client resolves nothing itself, follows no redirect, keeps no
 * connection and repeats no request. One event loop of its own, made with the first call: no receiver can slow those
 * that serve requests.
 */
final class HttpPost implements Post, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Of it is left for the body: the status is known by then, and what drips in later is not waited for. */
    private static final int SHARE_OF_THE_BODY = 5;

    private static final int LARGEST_ANSWER = 1024;

    private final Targets targets;
    private final Duration patience;
    private final UnaryOperator<HttpClient> trust;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable LoopResources loops;

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

    @Override
    public Answer send(String url, Map<String, String> headers, String body) throws IOException {
        List<InetSocketAddress> addresses = targets.of(url);
        try (JudgedAddresses judged = new JudgedAddresses(addresses)) {
            return call(judged, url, headers, body)
                    .blockOptional()
                    .orElseThrow(() -> new IOException("the connection was closed without an answer"));
        } catch (RuntimeException e) {
            throw new IOException(reason(Exceptions.unwrap(e)), e);
        }
    }

    private Mono<Answer> call(JudgedAddresses judged, String url, Map<String, String> headers, String body) {
        return trust.apply(HttpClient.create(ConnectionProvider.newConnection()))
                .runOn(loops(), false)
                .resolver(judged)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(patience.toMillis()))
                .responseTimeout(patience)
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false)
                .headers(out -> {
                    headers.forEach(out::set);
                    out.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                    out.set(HttpHeaderNames.USER_AGENT, "Kiwi-Webhooks/1");
                })
                .post()
                .uri(URI.create(url))
                .send(ByteBufMono.fromString(Mono.just(body)))
                .response(this::answer)
                .next()
                .timeout(patience.plus(bodyPatience()))
                .onErrorMap(TimeoutException.class, HttpPost::late);
    }

    private static Throwable late(TimeoutException e) {
        return new IllegalStateException("no answer in time", e);
    }

    private Flux<Answer> answer(HttpClientResponse response, ByteBufFlux content) {
        return beginning(content)
                .map(text -> new Answer(response.status().code(), text))
                .flux();
    }

    /** Its first kilobyte; the rest is not read, and the connection closed. */
    private Mono<String> beginning(ByteBufFlux content) {
        return content.asByteArray()
                .scan(new ByteArrayOutputStream(), (read, piece) -> {
                    read.write(piece, 0, Math.min(piece.length, LARGEST_ANSWER - read.size()));
                    return read;
                })
                .takeUntil(read -> read.size() >= LARGEST_ANSWER)
                .take(bodyPatience())
                // The status counts, however the body ends.
                .onErrorComplete()
                .takeLast(1)
                .next()
                .map(read -> read.toString(StandardCharsets.UTF_8))
                .defaultIfEmpty("");
    }

    private Duration bodyPatience() {
        return patience.dividedBy(SHARE_OF_THE_BODY);
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case TimeoutException _, ReadTimeoutException _, SslHandshakeTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "the connection was refused";
            case SSLException _ -> "no TLS connection: the certificate or the protocol is not accepted";
            case PrematureCloseException _ -> "the connection was closed without an answer";
            default ->
                failure.getCause() instanceof TimeoutException
                        ? "no answer in time"
                        : "no answer: " + failure.getClass().getSimpleName();
        };
    }

    private LoopResources loops() {
        LoopResources made = loops;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            LoopResources again = loops;
            LoopResources one = again != null ? again : LoopResources.create("webhooks", 1, true);
            loops = one;
            return one;
        } finally {
            making.unlock();
        }
    }

    @Override
    public void close() {
        LoopResources made = loops;
        if (made != null) {
            made.dispose();
        }
    }
}
