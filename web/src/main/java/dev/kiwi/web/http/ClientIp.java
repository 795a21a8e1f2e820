package dev.kiwi.web.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Who is really calling (platform.md 1.2): the right-most hop that is not one of our own proxies. */
public final class ClientIp {
    /** Stands in for an address that cannot be determined. */
    public static final String UNKNOWN = "unknown";

    private static final String ATTRIBUTE = ClientIp.class.getName();

    private final List<IPAddress> trusted;

    /** @throws IllegalArgumentException for an entry that is neither an address nor a network */
    public ClientIp(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientIp::network).toList();
    }

    /** The client's canonical address, or {@link #UNKNOWN}. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, UNKNOWN);
    }

    void remember(ServerWebExchange exchange) {
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        List<String> hops = exchange.getRequest().getHeaders().getValuesAsList("X-Forwarded-For");
        exchange.getAttributes().put(ATTRIBUTE, resolve(peer == null ? null : peer.getAddress(), hops));
    }

    /** @param hops as forwarded, the client's own claim first */
    String resolve(@Nullable InetAddress peer, List<String> hops) {
        Optional<IPAddress> hop = peer == null ? Optional.empty() : IpText.parse(peer.getHostAddress());
        for (int i = hops.size() - 1; i >= 0 && hop.filter(this::isTrusted).isPresent(); i--) {
            hop = IpText.parse(IpText.withoutPort(hops.get(i)));
        }
        return hop.map(IPAddress::toCanonicalString).orElse(UNKNOWN);
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
