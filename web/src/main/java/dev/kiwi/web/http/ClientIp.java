package dev.kiwi.web.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Who is really calling (platform.md 1.2): the right-most hop that is not one of our own proxies. */
public final class ClientIp {
    /** Stands in for an address that cannot be determined. */
    public static final String UNKNOWN = "unknown";

    private static final String ATTRIBUTE = ClientIp.class.getName();
    private static final String SUBSCRIBER = ATTRIBUTE + ".subscriber";
    /** What one subscriber is given of IPv6 at least (RFC 6177): every address of it is the same person's. */
    private static final int SUBSCRIBER_PREFIX = 64;

    private final List<IPAddress> trusted;

    /** @throws IllegalArgumentException for an entry that is neither an address nor a network */
    public ClientIp(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientIp::network).toList();
    }

    /** The client's canonical address, or {@link #UNKNOWN}. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, UNKNOWN);
    }

    /**
     * Whom limits by address count together: an IPv4 address, or the {@code /64} of an IPv6 one, in which everybody has
     * more addresses than could be counted; {@link #UNKNOWN} without an address.
     */
    public static String subscriber(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(SUBSCRIBER, of(exchange));
    }

    /** Both texts of a request's address, canonical. */
    record Found(String address, String subscriber) {
        private static final Found NOBODY = new Found(UNKNOWN, UNKNOWN);

        private static Found of(IPAddress address) {
            String text = address.toCanonicalString();
            return new Found(
                    text,
                    address.isIPv6() ? address.toPrefixBlock(SUBSCRIBER_PREFIX).toCanonicalString() : text);
        }
    }

    void remember(ServerWebExchange exchange) {
        Found found = resolve(exchange.getRequest());
        exchange.getAttributes().put(ATTRIBUTE, found.address());
        exchange.getAttributes().put(SUBSCRIBER, found.subscriber());
    }

    Found resolve(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        List<String> hops = request.getHeaders().getValuesAsList("X-Forwarded-For");
        return resolve(peer == null ? null : peer.getAddress(), hops);
    }

    /** @param hops as forwarded, the client's own claim first */
    Found resolve(@Nullable InetAddress peer, List<String> hops) {
        Optional<IPAddress> hop = peer == null ? Optional.empty() : IpText.parse(peer.getHostAddress());
        for (int i = hops.size() - 1; i >= 0 && hop.filter(this::isTrusted).isPresent(); i--) {
            hop = IpText.parse(IpText.withoutPort(hops.get(i)));
        }
        return hop.map(Found::of).orElse(Found.NOBODY);
    }

    private boolean isTrusted(IPAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static IPAddress network(String entry) {
        IPAddress network = new IPAddressString(entry.strip()).getAddress();
        if (network == null) {
            throw new IllegalArgumentException("TRUSTED_PROXIES: not an address or network: " + entry);
        }
        return network.toPrefixBlock();
    }
}
