package dev.kiwi.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.webhook.target.TargetRules;
import java.net.InetAddress;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Addresses from strangers: whatever the text is, it is refused or leads to a public host by HTTPS. */
class WebhookAddressFuzzTest {
    private final TargetRules rules = TargetRules.trusting("");

    @Property
    void anAddressIsRefusedOrPublic(@ForAll("urls") String text) {
        rules.parse(text).ifPresent(url -> {
            assertThat(url.getScheme()).isEqualToIgnoringCase("https");
            assertThat(url.getRawUserInfo()).isNull();
            assertThat(TargetRules.port(url)).matches(port -> port == 443 || (port >= 1024 && port <= 65_535));
            assertThat(isInside(url)).as(text).isFalse();
        });
    }

    /** By the JDK's own reading; false for a name. */
    private static boolean isInside(URI url) {
        String host = TargetRules.host(url);
        if (!host.matches("[0-9.]+|.*:.*")) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(host);
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> scheme = Arbitraries.of("https://", "HTTPS://", "http://", "https:", "//", "ftp://", "");
        Arbitrary<String> user = Arbitraries.of("", "", "", "user@", "user:password@", "@", "127.0.0.1@");
        Arbitrary<String> port = Arbitraries.of("", "", ":", ":443", ":8443", ":22", ":65535", ":65536", ":x", ":-1");
        Arbitrary<String> path = Arbitraries.of("", "/", "/a?b=c", "/#d", "/\\", "/ ", "/%", "?@127.0.0.1/");
        Arbitrary<String> likely =
                Combinators.combine(scheme, user, hosts(), port, path).as((a, b, c, d, e) -> a + b + c + d + e);
        return Arbitraries.oneOf(likely, Arbitraries.strings().ofMaxLength(60));
    }

    private static Arbitrary<String> hosts() {
        Arbitrary<String> part = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 300).map(Object::toString),
                Arbitraries.of(
                        "127", "10", "0x7f", "0177", "192", "168", "example", "com", "localhost", "-", "a_b", ""));
        Arbitrary<String> dotted = part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(".", parts));
        Arbitrary<String> group =
                Arbitraries.of("", "0", "1", "ffff", "fe80", "fd00", "2606", "64", "ff9b", "2002", "7f00");
        Arbitrary<String> bracketed =
                group.list().ofMinSize(2).ofMaxSize(9).map(groups -> "[" + String.join(":", groups) + "]");
        return Arbitraries.oneOf(dotted, bracketed, Arbitraries.strings().ofMaxLength(20));
    }
}
