package dev.kiwi.command.webhook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where names lead, and whether a call may go there. */
class TargetsTest {
    private final Map<String, Queue<List<InetAddress>>> names = new HashMap<>();
    private final Targets targets = new Targets(TargetRules.trusting("dev.example.com"), this::lookUp);

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        Queue<List<InetAddress>> answers = names.get(host);
        if (answers == null) {
            throw new UnknownHostException(host);
        }
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    /** The name leads there; after a further call of this, there the second time it is asked. */
    private void leads(String name, String... addresses) {
        names.computeIfAbsent(name, _ -> new ArrayDeque<>())
                .add(Arrays.stream(addresses).map(TargetsTest::address).toList());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPublicNameIsCalledAtItsAddresses() throws IOException {
        leads("hooks.example.com", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");
        assertThat(targets.of("https://hooks.example.com/x"))
                .containsExactly(
                        new InetSocketAddress(address("93.184.215.14"), 443),
                        new InetSocketAddress(address("2606:2800:21f:cb07:6820:80da:af6b:8b2c"), 443));
        assertThat(targets.of("https://hooks.example.com:8443/x").getFirst().getPort())
                .isEqualTo(8443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.20.0.1",
                "192.168.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fe80::1%1",
                "fd00::1",
                "ff02::1",
                "2002:a00:1::",
                "2001:0:53aa:64c::1"
            })
    void aNameThatLeadsIntoAPrivateNetworkIsNot(String inside) {
        leads("hooks.example.com", inside);
        assertThatThrownBy(() -> targets.of("https://hooks.example.com/"))
                .isInstanceOf(IOException.class)
                .hasMessage("the name leads into a private network");

        leads("mixed.example.com", "93.184.215.14", inside);
        assertThatThrownBy(() -> targets.of("https://mixed.example.com/")).isInstanceOf(IOException.class);
    }

    @Test
    void aNameThatIsPointedElsewhereLaterIsJudgedAgain() throws IOException {
        leads("hooks.example.com", "93.184.215.14");
        leads("hooks.example.com", "127.0.0.1");
        assertThat(targets.of("https://hooks.example.com/")).hasSize(1);
        assertThatThrownBy(() -> targets.of("https://hooks.example.com/")).isInstanceOf(IOException.class);
    }

    @Test
    void anUnknownNameIsNotCalled() {
        assertThatThrownBy(() -> targets.of("https://nowhere.example.com/"))
                .isInstanceOf(IOException.class)
                .hasMessage("the name is unknown");
    }

    @Test
    void anAddressThatTheRulesForbidIsNotEvenLookedUp() {
        leads("example.com", "93.184.215.14");
        assertThatThrownBy(() -> targets.of("http://example.com/"))
                .isInstanceOf(IOException.class)
                .hasMessage("the address may not be called");
        assertThatThrownBy(() -> targets.of("")).isInstanceOf(IOException.class);
    }

    @Test
    void whatTheOperatorAnswersForMayBeAnywhere() throws IOException {
        leads("dev.example.com", "10.0.0.1");
        assertThat(targets.of("http://dev.example.com:8080/"))
                .containsExactly(new InetSocketAddress(address("10.0.0.1"), 8080));
    }
}
