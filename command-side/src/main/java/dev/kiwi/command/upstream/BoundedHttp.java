package dev.kiwi.command.upstream;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Calls by HTTP with a bound on everything: time, bytes, redirects, and the networks that these lead to. Connects to the
 * very addresses that were judged. The operator answers for the origin that a service is configured with; wherever else a
 * redirect points must be public, and no less safe. One event loop of its own, made with the first call.
 */
public final class BoundedHttp implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int LARGEST_HEADERS = 32 << 10;

    private final HostLookup lookup;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable LoopResources loops;

    public BoundedHttp(HostLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Blocks; runs on a virtual thread.
     *
     * @param trusted whose origin may be in a private network
     * @throws UpstreamFailure when there is no whole answer
     */
    public UpstreamAnswer call(UpstreamRequest request, URI trusted, UpstreamLimits limits) throws UpstreamFailure {
        UpstreamRequest asked = request;
        while (true) {
            UpstreamAnswer answer = once(asked, trusted, limits);
            if (!REDIRECTS.contains(answer.status()) || asked.redirects() == 0) {
                return answer;
            }
            URI next = target(asked.uri(), answer.header("location"));
            asked = asked.redirectedTo(next, isSameOrigin(next, asked.uri()));
        }
    }

    private static URI target(URI from, @Nullable String location) throws UpstreamFailure {
        try {
            URI next = from.resolve(Objects.requireNonNullElse(location, ""));
            boolean plain = "http".equalsIgnoreCase(next.getScheme());
            boolean known = plain || "https".equalsIgnoreCase(next.getScheme());
            if (next.getHost() == null || next.getUserInfo() != null || !known) {
                throw UpstreamFailure.forbidden("it redirects to what is no address");
            }
            if (plain && "https".equalsIgnoreCase(from.getScheme())) {
                throw UpstreamFailure.forbidden("it redirects to an address that is not safe");
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw UpstreamFailure.forbidden("it redirects to what is no address");
        }
    }

    private UpstreamAnswer once(UpstreamRequest request, URI trusted, UpstreamLimits limits) throws UpstreamFailure {
        List<InetSocketAddress> addresses = addresses(request.uri(), trusted);
        try (JudgedAddresses judged = new JudgedAddresses(addresses)) {
            UpstreamAnswer answer = exchange(judged, request, limits).block();
            if (answer == null) {
                throw UpstreamFailure.unreachable("the connection was closed without an answer", null);
            }
            return answer;
        } catch (RuntimeException e) {
            throw HttpFaults.failure(Exceptions.unwrap(e));
        }
    }

    private List<InetSocketAddress> addresses(URI uri, URI trusted) throws UpstreamFailure {
        String host = uri.getHost();
        if (host == null) {
            throw UpstreamFailure.forbidden("it has no host");
        }
        try {
            List<InetAddress> found = lookup.addresses(host.replaceAll("^\\[|]$", ""));
            if (!isSameOrigin(uri, trusted) && !found.stream().allMatch(PublicNetworks::hold)) {
                throw UpstreamFailure.forbidden("the address leads into a private network");
            }
            return found.stream()
                    .map(address -> new InetSocketAddress(address, port(uri)))
                    .toList();
        } catch (UnknownHostException e) {
            throw UpstreamFailure.unreachable("its name is unknown", e);
        }
    }

    private Mono<UpstreamAnswer> exchange(JudgedAddresses judged, UpstreamRequest request, UpstreamLimits limits) {
        HttpClient.RequestSender sender = HttpClient.create(ConnectionProvider.newConnection())
                .runOn(loops(), false)
                .resolver(judged)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.patience().toMillis()))
                .responseTimeout(limits.patience())
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false)
                .compress(true)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(LARGEST_HEADERS))
                .headers(out -> fill(out, request))
                .request(request.form() == null ? HttpMethod.GET : HttpMethod.POST)
                .uri(request.uri());
        return received(sender, request.form())
                .response((response, body) -> answer(response, body, limits.largestAnswer()))
                .next()
                .timeout(limits.patience());
    }

    private static HttpClient.ResponseReceiver<?> received(HttpClient.RequestSender sender, @Nullable String form) {
        return form == null ? sender : sender.send(ByteBufMono.fromString(Mono.just(form)));
    }

    private static void fill(HttpHeaders out, UpstreamRequest request) {
        request.headers().forEach(out::set);
        String form = request.form();
        if (form != null) {
            out.set("Content-Type", "application/x-www-form-urlencoded");
            out.set("Content-Length", form.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static Flux<UpstreamAnswer> answer(HttpClientResponse response, ByteBufFlux body, int largest) {
        Map<String, String> headers = new HashMap<>();
        response.responseHeaders()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return body.asByteArray()
                .reduceWith(() -> new CappedBytes(largest), CappedBytes::with)
                .map(bytes -> new UpstreamAnswer(response.status().code(), Map.copyOf(headers), bytes.all()))
                .flux();
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && Objects.requireNonNullElse(one.getHost(), "").equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        int given = uri.getPort();
        return given > 0 ? given : "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
    }

    private LoopResources loops() {
        LoopResources made = loops;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            LoopResources again = loops;
            LoopResources one = again != null ? again : LoopResources.create("upstream", 1, true);
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
