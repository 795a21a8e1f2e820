package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientIpTest {
    private final ClientIp clientIp = new ClientIp(List.of("127.0.0.1", "10.0.0.0/8", "::1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 1.1.1.1 | 203.0.113.9", // a peer that is no proxy cannot speak for others
                "127.0.0.1 | 203.0.113.9 | 203.0.113.9",
                "127.0.0.1 | 6.6.6.6, 203.0.113.9, 10.1.2.3 | 203.0.113.9", // right-most untrusted hop
                "127.0.0.1 | 10.9.9.9 | 10.9.9.9", // all of it trusted: the first one
                "127.0.0.1 | | 127.0.0.1",
                "127.0.0.1 | ::ffff:203.0.113.9 | 203.0.113.9",
                "127.0.0.1 | 2001:DB8:0:0:0:0:0:1 | 2001:db8::1",
                "127.0.0.1 | 203.0.113.9:4711 | 203.0.113.9",
                "127.0.0.1 | [2001:db8::1]:443 | 2001:db8::1",
                "127.0.0.1 | 203.0.113.9, garbage | unknown",
                "127.0.0.1 | 203.0.113.0/24 | unknown",
                "::1 | 203.0.113.9 | 203.0.113.9",
            })
    void theRightMostHopThatIsNoProxyOfOurs(String peer, String forwarded, String expected) throws Exception {
        List<String> hops = forwarded == null
                ? List.of()
                : Arrays.stream(forwarded.split(",")).map(String::strip).toList();
        assertThat(clientIp.resolve(InetAddress.getByName(peer), hops).address())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::1, 2001:db8:1:2::/64",
        "2001:db8:1:3::1, 2001:db8:1:3::/64",
        "::ffff:203.0.113.9, 203.0.113.9"
    })
    void limitsCountTheNetworkThatASubscriberIsGiven(String address, String expected) throws Exception {
        assertThat(clientIp.resolve(InetAddress.getByName("127.0.0.1"), List.of(address))
                        .subscriber())
                .isEqualTo(expected);
    }

    @Test
    void noPeerIsUnknown() {
        assertThat(clientIp.resolve(null, List.of("203.0.113.9"))).isEqualTo(new ClientIp.Found("unknown", "unknown"));
    }

    @Test
    void aProxyThatIsNoAddressStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientIp(List.of("my-proxy")))
                .withMessageContaining("my-proxy");
    }
}
