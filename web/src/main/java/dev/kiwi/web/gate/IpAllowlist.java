package dev.kiwi.web.gate;

import dev.kiwi.web.http.IpText;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;

/** Whether a client may use a token (platform.md 6.4). */
public final class IpAllowlist {
    private IpAllowlist() {}

    /** @param entries canonical addresses and networks; an empty list allows everybody */
    public static boolean allows(List<String> entries, String clientIp) {
        if (entries.isEmpty()) {
            return true;
        }
        return IpText.parse(clientIp)
                .filter(client -> entries.stream().anyMatch(entry -> holds(entry, client)))
                .isPresent();
    }

    private static boolean holds(String entry, IPAddress client) {
        IPAddress allowed = new IPAddressString(entry).getAddress();
        if (allowed == null) {
            return false;
        }
        // A client's IPv4-mapped address reads as IPv4; an entry that was written so means the same.
        boolean mapped = client.isIPv4() && allowed.isIPv6() && allowed.toIPv6().isIPv4Mapped();
        IPAddress same = mapped ? client.toIPv4().getIPv4MappedAddress() : client;
        return allowed.getIPVersion() == same.getIPVersion()
                && allowed.toPrefixBlock().contains(same);
    }
}
