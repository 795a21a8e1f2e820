package dev.kiwi.web.app;

import dev.kiwi.embedded.Secret;
import java.nio.file.Path;
import java.util.Map;

/**
 * What must never be in a log or an event. Made at the first start in {@code data/secrets}, files that only their owner
 * may read; the environment wins.
 *
 * @param secretKey root of all derived keys
 * @param operator credential of the {@code kiwi} script
 */
record Secrets(String secretKey, String operator) {
    static Secrets of(Settings settings) {
        Path data = DataDirectory.of(settings);
        return new Secrets(
                settings.optional("SECRET_KEY").orElseGet(() -> Secret.of(data, "secret_key")),
                settings.optional("KIWI_OPERATOR_SECRET").orElseGet(() -> Secret.of(data, "operator_secret")));
    }

    Map<String, String> asVariables() {
        return Map.of("SECRET_KEY", secretKey, "KIWI_OPERATOR_SECRET", operator);
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
