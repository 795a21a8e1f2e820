package dev.kiwi.command.mail;

import dev.kiwi.command.mail.MailSettings.Security;
import dev.kiwi.command.mail.MailSettings.Server;
import dev.kiwi.command.mail.MailSettings.Site;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Reads the settings of mail from the variables of platform.md 2. */
record MailVariables(Environment environment) {
    MailSettings settings() {
        return new MailSettings(
                server(),
                text("MAIL_FROM", "no-reply@aallyn.net"),
                text("MAIL_FROM_NAME", "Kiwi"),
                flag("SECURITY_EMAIL_NOTIFICATIONS", true),
                Duration.ofSeconds(number("EMAIL_WORKER_POLL_SECONDS", 10)),
                number("EMAIL_MAX_ATTEMPTS", 5),
                Duration.ofSeconds(number("EMAIL_RETRY_BASE_SECONDS", 60)),
                Duration.ofDays(number("EMAIL_OUTBOX_RETENTION_DAYS", 30)),
                new Site(
                        text("APP_NAME", "Kiwi API"),
                        text("DEV_URL", "https://dev.aallyn.net"),
                        text("DOCS_URL", "https://docs.aallyn.net"),
                        number("EMAIL_VERIFICATION_EXPIRE_HOURS", 48),
                        number("PASSWORD_RESET_EXPIRE_HOURS", 1)));
    }

    private @Nullable Server server() {
        String host = environment.getProperty("SMTP_HOST");
        if (host == null || host.isBlank()) {
            return null;
        }
        return new Server(
                host,
                number("SMTP_PORT", 25),
                environment.getProperty("SMTP_USERNAME"),
                environment.getProperty("SMTP_PASSWORD"),
                security());
    }

    private Security security() {
        if (flag("SMTP_SSL", false)) {
            return Security.TLS;
        }
        return flag("SMTP_STARTTLS", false) ? Security.STARTTLS : Security.NONE;
    }

    private String text(String name, String otherwise) {
        return environment.getProperty(name, otherwise);
    }

    private int number(String name, int otherwise) {
        return environment.getProperty(name, Integer.class, otherwise);
    }

    private boolean flag(String name, boolean otherwise) {
        return environment.getProperty(name, Boolean.class, otherwise);
    }
}
