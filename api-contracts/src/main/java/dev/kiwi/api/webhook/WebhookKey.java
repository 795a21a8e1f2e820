package dev.kiwi.api.webhook;

/** The identifier under which a webhook's events are stored. */
public final class WebhookKey {
    private static final String PREFIX = "webhook:";

    private WebhookKey() {}

    public static String of(String webhookId) {
        return PREFIX + webhookId;
    }
}
