package dev.kiwi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    private final ShownEvents shown = new ShownEvents();

    @Test
    void anEventIsShownWholeButForHashesAndAllowlists() {
        assertThat(shown.show(new TokenMinted(
                                "t1", "a1", "bot", "kiwi_abc", "0123hash", 5, List.of("10.0.0.1"), NOW, null))
                        .toString())
                .isEqualTo("{\"token_id\":\"t1\",\"account_id\":\"a1\",\"name\":\"bot\",\"prefix\":\"kiwi_abc\","
                        + "\"hash\":\"hidden\",\"scopes\":5,\"allowed_ips\":\"hidden\","
                        + "\"minted_at\":\"2026-11-21T10:00:00.123Z\",\"expires_at\":null}");
        assertThat(shown.show(new SessionOpened("s1", "a1", "0123hash", null, NOW, NOW))
                        .toString())
                .doesNotContain("0123hash");
    }

    @Test
    void personalDataReadsWhileItCanAndErasedDataIsNull() {
        var readable = shown.show(
                new AccountRegistered("a1", "ada@example.com", "print", "Ada", "$argon2id$x", true, false, NOW));
        assertThat(readable.get("email").asString()).isEqualTo("ada@example.com");
        assertThat(readable.toString()).doesNotContain("argon2id").doesNotContain("print\",");
        var erased = shown.show(new AccountRegistered("a1", null, null, null, null, true, false, NOW));
        assertThat(erased.get("email").isNull()).isTrue();
        assertThat(erased.get("password_hash").isNull()).isTrue();
    }
}
