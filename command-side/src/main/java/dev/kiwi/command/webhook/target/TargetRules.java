package dev.kiwi.command.webhook.target;

import dev.kiwi.command.upstream.PublicNetworks;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which URLs a webhook may have, as far as their text tells.
 *
 * @param trustedHosts lower-case names or addresses that the operator answers for: plain HTTP, any port and any network
 */
public record TargetRules(Set<String> trustedHosts) {
    private static final int HTTPS_PORT = 443;
    /** Below it are the services that a request could be smuggled to: SMTP, SSH, Redis' kin. */
    private static final int FIRST_FREE_PORT = 1024;

    private static final int LAST_PORT = 65_535;
    // Ends in letters, so that no number (127.1, 0x7f000001, 2130706433) passes for a name.
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,32}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** @param hosts a comma list; blank for none */
    public static TargetRules trusting(String hosts) {
        return new TargetRules(Arrays.stream(hosts.split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The URL, when a webhook may have it. */
    public Optional<URI> parse(String text) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(this::allows);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean allows(URI url) {
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || port(url) > LAST_PORT) {
            return false;
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (trusts(url)) {
            return https || "http".equalsIgnoreCase(url.getScheme());
        }
        return https && isFree(port(url)) && isPublic(host(url));
    }

    /** Whether the operator answers for the host. */
    public boolean trusts(URI url) {
        return trustedHosts.contains(host(url));
    }

    /** Lower-case; an IPv6 address without its brackets. */
    public static String host(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port that is called. */
    public static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "http".equalsIgnoreCase(url.getScheme()) ? 80 : HTTPS_PORT;
    }

    private static boolean isFree(int port) {
        return port == HTTPS_PORT || port >= FIRST_FREE_PORT;
    }

    /** A name may still lead anywhere; an address does not. */
    private static boolean isPublic(String host) {
        return PublicNetworks.literal(host)
                .map(PublicNetworks::hold)
                .orElseGet(() -> NAME.matcher(host).matches());
    }
}
