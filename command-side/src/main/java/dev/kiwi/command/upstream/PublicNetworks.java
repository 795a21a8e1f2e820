package dev.kiwi.command.upstream;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Internet without what IANA's registries of special-purpose addresses say is not globally reachable. */
public final class PublicNetworks {
    private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowMask(false)
            .allowPrefix(false)
            .allowPrefixOnly(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allowLeadingZeros(false)
            .allow_inet_aton(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .getParentBuilder()
            .toParams();

    private static final List<IPAddress> SPECIAL_V4 = networks(
            "0.0.0.0/8", // this host
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and where clouds keep credentials
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4" // reserved, broadcast
            );

    /** All that is global lies in it: not loopback, mapped, NAT64, unique-local, link-local, multicast. */
    private static final IPAddress GLOBAL_V6 = networks("2000::/3").getFirst();

    private static final List<IPAddress> SPECIAL_V6 = networks(
            "2001::/23", // protocols, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: an IPv4 address inside
            "3fff::/20" // documentation
            );

    private PublicNetworks() {}

    private static List<IPAddress> networks(String... texts) {
        return Stream.of(texts)
                .map(text -> new IPAddressString(text).getAddress().toPrefixBlock())
                .toList();
    }

    /** The address that a host is by itself; empty for a name. */
    public static Optional<IPAddress> literal(String host) {
        return Optional.ofNullable(new IPAddressString(host, PLAIN).getAddress())
                .filter(address -> !address.isMultiple());
    }

    public static boolean hold(InetAddress address) {
        // By its bytes: an interface, as link-local addresses have one, is no part of it.
        return hold(new IPAddressGenerator().from(address.getAddress()));
    }

    public static boolean hold(IPAddress address) {
        if (address.isIPv4()) {
            return SPECIAL_V4.stream().noneMatch(network -> network.contains(address));
        }
        return GLOBAL_V6.contains(address) && SPECIAL_V6.stream().noneMatch(network -> network.contains(address));
    }
}
