package dev.kiwi.web.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The credential of who holds the machine (the {@code kiwi} script).
 *
 * @param secret null or blank switches it off
 */
@ConfigurationProperties("kiwi.operator")
public record OperatorSecret(@Nullable String secret) {
    /** Compares in constant time. */
    public boolean matches(@Nullable String bearer) {
        return bearer != null
                && secret != null
                && !secret.isBlank()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), bearer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OperatorSecret[hidden]";
    }
}
