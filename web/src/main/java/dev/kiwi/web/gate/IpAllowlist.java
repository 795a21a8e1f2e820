package dev.kiwi.web.gate;

import dev.kiwi.web.http.IpText;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;

/** Whether a client may use a token (platform.md 6.4). */
final class IpAllowlist {
    private IpAllowlist() {}

    /** @param entries canonical addresses and networks; an empty list allows everybody */
    static boolean allows(List<String> entries, String clientIp) {
        if (entries.isEmpty()) {
            return true;
        }
        return IpText.parse(clientIp)
                .filter(client -> entries.stream().anyMatch(entry -> holds(entry, client)))
                .isPresent();
    }

    private static boolean holds(String entry, IPAddress client) {
        IPAddress allowed = new IPAddressString(entry).getAddress();
        return allowed != null && allowed.toPrefixBlock().contains(client);
    }
}
