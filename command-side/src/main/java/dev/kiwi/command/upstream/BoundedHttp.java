package dev.kiwi.command.upstream;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Calls by HTTP with a bound on everything: time, bytes, redirects, and the networks that these lead to. The
 * operator answers for the origin that a service is configured with; wherever else a
 * redirect points must be public, and no less safe.
 */
public final class BoundedHttp implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int LARGEST_HEADERS = 32 << 10;

    private final HostLookup lookup;
    private final JudgedHttp http = new JudgedHttp("upstream");

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

    /**
     * As {@link #call}, for whom the status counts: no redirect is followed, and of the body there is the beginning, however
     * it ends.
     */
    public UpstreamAnswer callForStatus(UpstreamRequest request, URI trusted, UpstreamLimits limits)
            throws UpstreamFailure {
        Duration patience = limits.patience();
        return exchange(
                request,
                trusted,
                limits,
                patience.plus(JudgedHttp.bodyPatience(patience)),
                body -> JudgedHttp.beginning(body, limits.largestAnswer(), patience));
    }

    private UpstreamAnswer once(UpstreamRequest request, URI trusted, UpstreamLimits limits) throws UpstreamFailure {
        return exchange(
                request,
                trusted,
                limits,
                limits.patience(),
                body -> body.asByteArray()
                        .reduceWith(() -> new CappedBytes(limits.largestAnswer()), CappedBytes::with)
                        .map(CappedBytes::all));
    }

    /** @param atMost for name, connection, headers and body together */
    private UpstreamAnswer exchange(
            UpstreamRequest request,
            URI trusted,
            UpstreamLimits limits,
            Duration atMost,
            Function<ByteBufFlux, Mono<byte[]>> reading)
            throws UpstreamFailure {
        return http.exchange(
                addresses(request.uri(), trusted),
                limits.patience(),
                client -> asked(client, request)
                        .response((response, body) -> reading.apply(body)
                                .map(bytes -> answer(response, bytes))
                                .flux())
                        .next()
                        .timeout(atMost));
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

    private static HttpClient.ResponseReceiver<?> asked(HttpClient client, UpstreamRequest request) {
        String form = request.form();
        HttpClient.RequestSender sender = client.compress(true)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(LARGEST_HEADERS))
                .headers(out -> fill(out, request))
                .request(form == null ? HttpMethod.GET : HttpMethod.POST)
                .uri(request.uri());
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

    private static UpstreamAnswer answer(HttpClientResponse response, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        response.responseHeaders()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new UpstreamAnswer(response.status().code(), Map.copyOf(headers), body);
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

    @Override
    public void close() {
        http.close();
    }
}
