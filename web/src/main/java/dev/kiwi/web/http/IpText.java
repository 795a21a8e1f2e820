package dev.kiwi.web.http;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.AddressValueException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.util.Optional;

/** Reads one address as text. Only whole, plain addresses; an IPv4-mapped IPv6 address reads as IPv4. */
public final class IpText {
    private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowMask(false)
            .allowPrefix(false)
            .allowPrefixOnly(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allowLeadingZeros(false)
            .allow_inet_aton(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .getParentBuilder()
            .toParams();

    private IpText() {}

    /** Empty for anything but one address. */
    public static Optional<IPAddress> parse(String text) {
        return read(withoutZone(text.strip()))
                .filter(address -> !address.isMultiple())
                .map(address -> {
                    boolean mapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
                    return mapped ? address.toIPv6().getEmbeddedIPv4Address() : address;
                });
    }

    private static Optional<IPAddress> read(String text) {
        if (text.indexOf('/') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new IPAddressString(text, PLAIN).getAddress());
        } catch (AddressValueException | IncompatibleAddressException e) {
            // Some texts pass the parser, and are then beyond what an address can be.
            return Optional.empty();
        }
    }

    /** {@code 1.2.3.4:80} and {@code [::1]:80} are what some proxies write. */
    static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    /** A link-local peer is reported with its interface; that is no part of the address. */
    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
