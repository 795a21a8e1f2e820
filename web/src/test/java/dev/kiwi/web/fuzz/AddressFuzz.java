package dev.kiwi.web.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kiwi.command.token.AllowedNetwork;
import dev.kiwi.web.gate.IpAllowlist;
import java.util.List;
import java.util.Optional;

/** Entries of allowlists and addresses of clients, with one line break between: each is read as one thing or refused. */
public final class AddressFuzz {
    private AddressFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", 2);
        String client = lines.length > 1 ? lines[1] : lines[0];
        AllowedNetwork.parse(lines[0]).ifPresent(entry -> isCanonical(entry, client));
        boolean anywhere = IpAllowlist.allows(List.of("0.0.0.0/0", "::/0"), client);
        if (!anywhere && IpAllowlist.allows(List.of("192.0.2.1", "2001:db8::/32"), client)) {
            throw new AssertionError("no address, and allowed: " + client);
        }
    }

    private static void isCanonical(AllowedNetwork entry, String client) {
        String text = entry.text();
        if (!text.matches("[0-9.]+(/[0-9]+)?|[0-9a-f:]+(/[0-9]+)?")) {
            throw new AssertionError("not canonical: " + text);
        }
        if (!AllowedNetwork.parse(text).equals(Optional.of(entry))) {
            throw new AssertionError("read differently a second time: " + text);
        }
        if (!IpAllowlist.allows(List.of(text), text.replaceFirst("/.*", ""))) {
            throw new AssertionError("does not hold its own first address: " + text);
        }
        IpAllowlist.allows(List.of(text), client);
    }
}
