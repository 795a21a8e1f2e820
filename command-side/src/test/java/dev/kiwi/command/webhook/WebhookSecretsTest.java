package dev.kiwi.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.crypto.DerivedKeys;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookSecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final WebhookSecrets secrets = new WebhookSecrets(new DerivedKeys("a secret that only tests know"));

    private static WebhookView webhook(String id, int version, @Nullable Instant oldUntil) {
        return new WebhookView(id, "ada", "hook", "https://hooks.example", List.of(), null, version, oldUntil, NOW);
    }

    @Test
    void theSameEachTimeAndAnotherForEachWebhookVersionAndRoot() {
        String secret = secrets.present(webhook("w1", 1, null));
        assertThat(secret).matches("whsec_[0-9A-Za-z_-]{43}");
        assertThat(secrets.present(webhook("w1", 1, null))).isEqualTo(secret);

        WebhookSecrets elsewhere = new WebhookSecrets(new DerivedKeys("another secret of another installation"));
        assertThat(Set.of(
                        secret,
                        secrets.present(webhook("w2", 1, null)),
                        secrets.present(webhook("w1", 2, null)),
                        elsewhere.present(webhook("w1", 1, null))))
                .hasSize(4);
    }

    @Test
    void bothSignUntilTheOverlapEnds() {
        String first = secrets.present(webhook("w1", 1, null));
        WebhookView rotated = webhook("w1", 2, NOW);
        assertThat(secrets.signing(rotated, NOW.minusMillis(1))).containsExactly(secrets.present(rotated), first);
        assertThat(secrets.signing(rotated, NOW)).containsExactly(secrets.present(rotated));
        assertThat(secrets.signing(webhook("w1", 2, null), NOW)).containsExactly(secrets.present(rotated));
    }
}
