package dev.kiwi.command.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class SystemLookupTest {
    @Test
    void resolvesAddressesByThemselves() throws UnknownHostException {
        assertThat(new SystemLookup().addresses("127.0.0.1")).containsExactly(InetAddress.getByName("127.0.0.1"));
        assertThatThrownBy(() -> new SystemLookup().addresses("nowhere.invalid"))
                .isInstanceOf(UnknownHostException.class);
    }
}
