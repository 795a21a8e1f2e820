package dev.kiwi.web.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What no single variable can tell: values that must come together. */
final class Consistency {
    private static final int SECRET_LENGTH = 32;

    private Consistency() {}

    /** What works, but hardly as somebody wants it in production. */
    static List<String> warnings(Settings settings) {
        List<String> warnings = new ArrayList<>();
        List<String> captcha = Stream.of("CAPTCHA_SECRET", "CAPTCHA_SITEKEY")
                .filter(half -> settings.optional(half).isEmpty())
                .toList();
        if (!captcha.isEmpty()) {
            warnings.add("Sign-ups, logins and resets take no captcha; not set: " + String.join(", ", captcha));
        }
        if (settings.optional("SMTP_HOST").isEmpty()) {
            warnings.add("Mail is logged and not sent: SMTP_HOST is not set");
        }
        return warnings;
    }

    static List<String> complaints(Map<String, String> values) {
        List<String> complaints = new ArrayList<>();
        if (values.containsKey("ADMIN_EMAIL") != values.containsKey("ADMIN_PASSWORD")) {
            complaints.add("ADMIN_EMAIL and ADMIN_PASSWORD must be set together");
        }
        if ("true".equals(values.get("SMTP_STARTTLS")) && "true".equals(values.get("SMTP_SSL"))) {
            complaints.add("SMTP_STARTTLS and SMTP_SSL exclude each other");
        }
        String sender = values.get("MAIL_FROM");
        if (sender != null && !sender.matches("[^@\\s<>,]+@[^@\\s<>,]+")) {
            complaints.add("MAIL_FROM must be an email address");
        }
        String party = values.get("PASSKEY_RP_ID");
        if (party != null && !("." + portalHost(values)).endsWith("." + party)) {
            complaints.add(
                    "PASSKEY_RP_ID must be the host of DEV_URL or a domain above it: browsers refuse another one");
        }
        String secret = values.get("SECRET_KEY");
        if (secret != null && secret.length() < SECRET_LENGTH) {
            complaints.add("SECRET_KEY must have " + SECRET_LENGTH + " characters at least");
        }
        String role = values.get("KIWI_ROLE");
        if (role != null && !role.equals("all")) {
            Stream.of("POSTGRES_DSN", "REDIS_URL", "MONGO_URI", "BLOB_DIR", "SECRET_KEY")
                    .filter(name -> !values.containsKey(name))
                    .forEach(name -> complaints.add(name + " must be set for the role " + role
                            + ": nodes with different roles share their stores, blobs and keys"));
        }
        return complaints;
    }

    private static @Nullable String portalHost(Map<String, String> values) {
        Variable portal = Variables.named("DEV_URL").orElseThrow();
        return URI.create(values.getOrDefault(portal.name(), Objects.requireNonNull(portal.fallback())))
                .getHost();
    }
}
