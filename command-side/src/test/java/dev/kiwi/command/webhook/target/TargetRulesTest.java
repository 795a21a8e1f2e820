package dev.kiwi.command.webhook.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of an address tells, without a look-up. */
class TargetRulesTest {
    private final TargetRules rules = TargetRules.trusting(" 127.0.0.1, Hooks.Internal ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/",
                "HTTPS://EXAMPLE.com/hook?a=b&c=%20",
                "https://example.com:443/",
                "https://example.com:8443/",
                "https://a.b.c.example.co.uk/x",
                "https://xn--bcher-kva.example/",
                "https://8.8.8.8/hook",
                "https://[2606:4700:4700::1111]/hook",
                "http://127.0.0.1:8080/hook",
                "http://hooks.internal/hook",
                "https://HOOKS.internal:1/hook"
            })
    void takes(String url) {
        assertThat(rules.parse(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.com",
                "//example.com/",
                "https:/example.com",
                "https:///path",
                "https://",
                "mailto:a@example.com",
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "javascript:alert(1)",
                "https://user@example.com/",
                "https://user:password@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com/#fragment",
                "https://example.com:22/",
                "https://example.com:25/",
                "https://example.com:80/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:-1/",
                "http://127.0.0.1:65536/",
                "https://exa mple.com/",
                "https://example.com/\r\nX: y",
                "https://example.com\\@127.0.0.1/",
                "https://bücher.example/",
                "https://ⓔxample.com/",
                "https://１２７.0.0.1/",
                "https://localhost/",
                "https://intranet/",
                "https://localhost./",
                "https://example.com./",
                "https://exa_mple.com/",
                "https://-a.example.com/",
                "https://127.0.0.1./",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.000.000.001/",
                "https://1.2.3.4.5/",
                "https://%31%32%37.0.0.1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[0:0:0:0:0:ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:53aa:64c::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[2606:4700::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd12:3456::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://[100::1]/",
                "https://[5f00::1]/",
                "https://[3fff::1]/",
                "https://[2606:4700::/32]/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://127.0.0.2/",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.8/",
                "https://192.0.2.1/",
                "https://192.88.99.1/",
                "https://192.168.1.1/",
                "https://198.18.0.1/",
                "https://198.51.100.1/",
                "https://203.0.113.1/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "http://hooks.internal.example.com/"
            })
    void refuses(String url) {
        assertThat(rules.parse(url)).isEmpty();
    }

    @Test
    void theNeighboursOfSpecialNetworksArePublic() {
        for (String host : new String[] {
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255"
        }) {
            assertThat(rules.parse("https://" + host + "/")).as(host).isPresent();
        }
    }

    @Test
    void trustsNobodyUnlessTold() {
        TargetRules strict = TargetRules.trusting("");
        assertThat(strict.trustedHosts()).isEmpty();
        assertThat(strict.parse("http://127.0.0.1:8080/hook")).isEmpty();
        assertThat(strict.parse("https://hooks.internal/hook")).isPresent();
    }
}
