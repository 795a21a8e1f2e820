package dev.kiwi.command.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

    /** The figure is OpenSSL's: {@code printf '1700000000.{"a":"ü"}' | openssl dgst -sha256 -hmac whsec_known}. */
    @Test
    void isWhatOthersComputeToo() {
        assertThat(Signature.header(List.of("whsec_known"), AT, "{\"a\":\"ü\"}"))
                .isEqualTo("t=1700000000,v1=58844a8a9b16720f990a3c421a1540deb482fe61772cb4d047ae44e7a189b58e");
    }

    @Test
    void changesWithEachOfItsParts() {
        String header = Signature.header(List.of("one"), AT, "body");
        assertThat(Signature.header(List.of("one"), AT, "bodY")).isNotEqualTo(header);
        assertThat(Signature.header(List.of("two"), AT, "body")).isNotEqualTo(header);
        assertThat(hex(Signature.header(List.of("one"), AT.plusSeconds(1), "body")))
                .isNotEqualTo(hex(header));
    }

    @Test
    void hasAnEntryForEachSecret() {
        String both = Signature.header(List.of("new", "old"), AT, "body");
        assertThat(both)
                .isEqualTo("t=1700000000,v1=" + hex(Signature.header(List.of("new"), AT, "body")) + ",v1="
                        + hex(Signature.header(List.of("old"), AT, "body")));
    }

    private static String hex(String header) {
        return header.substring(header.indexOf("v1=") + 3);
    }
}
