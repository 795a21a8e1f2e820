package dev.kiwi.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0, 0.0.0.0",
        "10.1.2.3/8, 10.0.0.0/8",
        "10.1.2.3/32, 10.1.2.3/32",
        "10.1.2.3/255.0.0.0, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/0",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8::ffff/32, 2001:db8::/32",
        "2001:db8::1/128, 2001:db8::1/128",
        "::/0, ::/0",
        "::1, ::1"
    })
    void anEntryHasOneCanonicalText(String given, String canonical) {
        assertThat(AllowedNetwork.parse(given)).map(AllowedNetwork::text).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010.0.0.1",
                "10.0.0.01",
                "1.2.3",
                "1",
                "16909060",
                "0x1020304",
                "1.2.3.4.5",
                "256.0.0.1",
                "1.2.3.4:80",
                "[::1]:80",
                "[::1]",
                "fe80::1%eth0",
                "fe80::1%1/64",
                "example.com",
                "localhost",
                "*",
                "1.2.3.*",
                "1.2.3.1-9",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/08",
                "1.2.3.4/5555",
                "::/5555555555555555555555",
                "::/5555555555555555555555/8",
                "0::a01:1011-.2.3",
                "1.2.3.4/255.0.255.0",
                "1.2.3.4/",
                "/8",
                "/",
                "::/129",
                "1:2:3",
                ":::",
                "1.2.3.4/8/8",
                "1.2.3.4,5",
                "1.2.3.4 5"
            })
    void whatIsNeitherAddressNorNetworkIsRefused(String given) {
        assertThat(AllowedNetwork.parse(given)).isEmpty();
        assertThatThrownBy(() -> AllowedNetwork.canonical(List.of(given)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @Test
    void entriesAreTrimmedBlanksDroppedAndRepeatsRemovedInOrder() {
        assertThat(AllowedNetwork.canonical(List.of(" 10.0.0.1 ", "", "  ", "10.1.0.0/8", "10.0.0.1", "10.0.0.0/8")))
                .containsExactly("10.0.0.1", "10.0.0.0/8");
    }
}
