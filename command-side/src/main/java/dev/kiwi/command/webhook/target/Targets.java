package dev.kiwi.command.webhook.target;

import dev.kiwi.command.upstream.HostLookup;
import dev.kiwi.command.upstream.PublicNetworks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** The very addresses that a call may connect to. Asked anew for each call, because names are pointed elsewhere. */
public final class Targets {
    private final TargetRules rules;
    private final HostLookup lookup;

    public Targets(TargetRules rules, HostLookup lookup) {
        this.rules = rules;
        this.lookup = lookup;
    }

    /**
     * Blocks. All addresses of a name must be public: one that is not says enough of the others.
     *
     * @throws IOException when the URL may not be called, or its name is unknown; the message may be shown to the owner
     */
    public List<InetSocketAddress> of(String text) throws IOException {
        URI url = rules.parse(text).orElseThrow(() -> new IOException("the address may not be called"));
        List<InetAddress> addresses = lookup(TargetRules.host(url));
        if (!rules.trusts(url) && !addresses.stream().allMatch(PublicNetworks::hold)) {
            // Not which one: that would map somebody's network.
            throw new IOException("the name leads into a private network");
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, TargetRules.port(url)))
                .toList();
    }

    private List<InetAddress> lookup(String host) throws IOException {
        try {
            return lookup.addresses(host);
        } catch (UnknownHostException e) {
            throw new IOException("the name is unknown", e);
        }
    }
}
