package dev.kiwi.web.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kiwi.api.webhook.WebhookView;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A webhook with a new secret, this once. */
record WebhookWithSecret(@JsonUnwrapped WebhookPublic webhook, String secret) {
    static ResponseEntity<WebhookWithSecret> answer(HttpStatus status, WebhookView webhook, String secret) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new WebhookWithSecret(WebhookPublic.of(webhook), secret));
    }

    /** Hides the secret, so that it never reaches a log. */
    @Override
    public String toString() {
        return "WebhookWithSecret[" + webhook.id() + "]";
    }
}
