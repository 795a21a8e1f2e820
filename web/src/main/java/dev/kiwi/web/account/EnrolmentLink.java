package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The {@code otpauth:} URL by which an authenticator takes a secret over. */
@Component
class EnrolmentLink {
    private final String issuer;

    EnrolmentLink(@Value("${APP_NAME:Kiwi API}") String issuer) {
        this.issuer = issuer;
    }

    String of(AccountView account, String secret) {
        String name = Objects.requireNonNullElse(account.email(), account.id());
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(name) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
