package dev.kiwi.command.account.passkey;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom passkeys are for.
 *
 * @param id a domain; passkeys work on it and below it, and are lost with it
 * @param name that people see
 * @param origins of the pages that may ask for passkeys, for example {@code https://dev.kiwi.example}
 */
public record RelyingParty(String id, String name, Set<String> origins) {

    /** @param id blank for the host of the first page */
    static RelyingParty of(String id, String name, URI firstPage, URI... others) {
        return new RelyingParty(
                id.isBlank() ? host(firstPage) : id,
                name,
                Stream.concat(Stream.of(firstPage), Stream.of(others))
                        .map(RelyingParty::origin)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String origin(URI page) {
        String origin = page.getScheme().toLowerCase(Locale.ROOT) + "://" + host(page);
        return page.getPort() < 0 || page.getPort() == usualPort(page) ? origin : origin + ":" + page.getPort();
    }

    /** Browsers leave it out of an origin. */
    private static int usualPort(URI page) {
        return page.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static String host(URI page) {
        return Objects.requireNonNull(page.getHost(), () -> "no host in " + page)
                .toLowerCase(Locale.ROOT);
    }
}
