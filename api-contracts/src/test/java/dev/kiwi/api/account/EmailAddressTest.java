package dev.kiwi.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "' Ada@Example.COM ', ada@example.com",
        "ada+bots@example.com, ada+bots@example.com",
        "müller@example.com, müller@example.com",
        "ada@xn--bcher-kva.example, ada@bücher.example",
        "a.b.c@a-b.example, a.b.c@a-b.example"
    })
    void anAddressIsKeptTrimmedLowerCaseAndInUnicode(String given, String stored) {
        assertThat(EmailAddress.parse(given)).map(EmailAddress::text).hasValue(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@example",
                ".ada@example.com",
                "ada.@example.com",
                "a..b@example.com",
                "\"ada\"@example.com",
                "ada@[127.0.0.1]",
                "ada @example.com",
                "ada@exa mple.com",
                "ada@exa_mple.com",
                "ada@example.com.",
                "ada@example..com",
                "ada@-example.com",
                "ada@host.test",
                "ada@host.local",
                "ada@host.localhost",
                "ada@host.invalid",
                "ada@host.onion",
                "ada@host.arpa",
                "Ada <ada@example.com>",
                "ada@aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.com",
                "ada\u0000@example.com"
            })
    void whatIsNoAddressIsRefused(String given) {
        assertThat(EmailAddress.parse(given)).isEmpty();
    }

    @Test
    void theAddressShowsInNoLogLine() {
        assertThat(EmailAddress.parse("ada@example.com").orElseThrow().toString())
                .doesNotContain("ada");
    }
}
