package dev.kiwi.command.token;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressValueException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One entry of a token's allowlist: an address, or with {@code /} a network (platform.md 6.4).
 *
 * @param text canonical: IPv4 dotted, IPv6 lower-case and compressed, networks as {@code base/length}
 */
public record AllowedNetwork(String text) {
    // Nothing but full addresses: no leading zeros, short forms, wildcards, ranges, zones or host names.
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowPrefixOnly(false)
            .allowMask(true)
            .allowPrefix(true)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .allowUnlimitedLeadingZeros(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .getParentBuilder()
            .toParams();

    /** More than any address with a mask has; what is longer is not worth parsing. */
    private static final int LONGEST = 100;

    /** Repeats included: the check of a list must stay cheap whatever is sent. */
    private static final int MOST_WRITTEN = 1_000;

    // The parser's own option takes /0 for a leading zero, and a length of many digits makes it fail.
    private static final Pattern BAD_LENGTH = Pattern.compile("/0[0-9]+$|/[0-9]{5}");

    /** Parses one entry, already trimmed; empty when it is neither an address nor a network. */
    public static Optional<AllowedNetwork> parse(String entry) {
        if (entry.length() > LONGEST) {
            return Optional.empty();
        }
        return entry.indexOf('/') < 0
                ? address(entry).map(address -> new AllowedNetwork(address.toCanonicalString()))
                : network(entry).map(AllowedNetwork::new);
    }

    /** Trims, drops blanks and repeats, keeps the order. Refused with {@code bad_request} for an invalid entry. */
    public static List<String> canonical(List<String> entries) {
        if (entries.size() > MOST_WRITTEN) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "An allowlist is not written in that many lines.");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (String entry : entries) {
            if (!entry.isBlank()) {
                texts.add(parse(entry.strip())
                        .orElseThrow(() -> new Refusal(
                                ErrorCode.BAD_REQUEST,
                                "An allowlist entry is an IP address or a network such as 203.0.113.0/24."))
                        .text());
            }
        }
        return List.copyOf(texts);
    }

    private static Optional<String> network(String entry) {
        return Optional.of(entry)
                .filter(text -> !BAD_LENGTH.matcher(text).find())
                .flatMap(AllowedNetwork::parsed)
                .filter(IPAddress::isPrefixed)
                .map(address -> address.toPrefixBlock().getLower())
                .map(base -> base.withoutPrefixLength().toCanonicalString() + "/" + base.getNetworkPrefixLength());
    }

    private static Optional<IPAddress> address(String text) {
        return parsed(text).filter(address -> !address.isPrefixed() && !address.isMultiple());
    }

    private static Optional<IPAddress> parsed(String text) {
        try {
            return Optional.of(new IPAddressString(text, STRICT).toAddress());
        } catch (AddressStringException | AddressValueException | IncompatibleAddressException e) {
            return Optional.empty();
        }
    }
}
