package dev.kiwi.command.webhook;

import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.crypto.DerivedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The secrets of webhooks, {@code whsec_} and 43 characters. They are derived and stored nowhere (ADR 0026). */
public final class WebhookSecrets {
    private static final String PREFIX = "whsec_";

    private final DerivedKeys keys;

    public WebhookSecrets(DerivedKeys keys) {
        this.keys = keys;
    }

    /** The present one, which its owner is shown once. */
    public String present(WebhookView webhook) {
        return text(webhook.id(), webhook.secretVersion());
    }

    /** All that sign now, the present one first: two while a rotation overlaps. */
    public List<String> signing(WebhookView webhook, Instant now) {
        List<String> secrets = new ArrayList<>();
        secrets.add(present(webhook));
        Instant until = webhook.oldSecretUntil();
        if (until != null && now.isBefore(until)) {
            secrets.add(text(webhook.id(), webhook.secretVersion() - 1));
        }
        return secrets;
    }

    private String text(String webhookId, int version) {
        byte[] key = keys.webhookSecret(webhookId, version).getEncoded();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
