package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void whatIsUnsetOrBlankHasItsDefault() {
        Settings settings = Settings.of(Map.of(), Map.of("API_TOKEN_PREFIX", " "), Map.of());
        assertThat(settings.text("API_TOKEN_PREFIX")).isEqualTo("kiwi");
        assertThat(settings.number("KIWI_PORT")).isEqualTo(15546);
        assertThat(settings.optional("POSTGRES_DSN")).isEmpty();
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverDotEnv() {
        Map<String, String> dotEnv = Map.of("KIWI_PORT", "1", "KIWI_DATA", "file", "APP_NAME", "file");
        Map<String, String> environment = Map.of("KIWI_PORT", "2", "KIWI_DATA", "environment");
        Map<String, String> commandLine = UpCommand.variables(List.of("--port", "3"));
        Settings settings = Settings.of(dotEnv, environment, commandLine);
        assertThat(settings.number("KIWI_PORT")).isEqualTo(3);
        assertThat(settings.text("KIWI_DATA")).isEqualTo("environment");
        assertThat(settings.text("APP_NAME")).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "KIWI_PRT~1~KIWI_PRT is not a variable that Kiwi knows",
                "KIWI_PORT~65536~KIWI_PORT must be a whole number from 0 to 65535, not 65536",
                "KIWI_PORT~x~KIWI_PORT must be a whole number from 0 to 65535, not \"x\"",
                "KIWI_ROLE~both~KIWI_ROLE must be one of all | api | projector, not \"both\"",
                "DEBUG~yes~DEBUG must be true or false, not \"yes\"",
                "API_URL~api.example~API_URL must start with http:// or https://, not \"api.example\"",
                "CORS_ORIGIN_REGEX~(~CORS_ORIGIN_REGEX must be a regular expression",
                "SECRET_KEY~short~SECRET_KEY must have 32 characters at least",
                "MAIL_FROM~Kiwi <a@b.example>~MAIL_FROM must be an email address",
                "PASSKEY_RP_ID~evil.example~PASSKEY_RP_ID must be the host of DEV_URL or a domain above it",
                "PASSKEY_RP_ID~lyn.net~PASSKEY_RP_ID must be the host of DEV_URL or a domain above it",
                "ADMIN_EMAIL~a@b.c~ADMIN_EMAIL and ADMIN_PASSWORD must be set together",
            })
    void aBadVariableStopsTheStartByName(String name, String value, String message) {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(name, value), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anAddressWithAPasswordIsNotRepeatedInTheComplaint() {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("POSTGRES_DSN", "mysql://u:canary@h/d"), Map.of()))
                .hasMessageContaining("POSTGRES_DSN must start with postgresql://")
                .hasMessageNotContaining("canary");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("TYPO", "1"), Map.of("KIWI_PORT", "x", "KIWI_X", "y"), Map.of()))
                .hasMessageContaining("TYPO in .env")
                .hasMessageContaining("KIWI_PORT")
                .hasMessageContaining("KIWI_X");
    }

    @Test
    void passkeysMayBeForADomainAboveThePortal() {
        assertThat(Settings.of(Map.of(), Map.of("PASSKEY_RP_ID", "aallyn.net"), Map.of())
                        .optional("PASSKEY_RP_ID"))
                .contains("aallyn.net");
    }

    @Test
    void foreignVariablesOfTheEnvironmentAreLeftAlone() {
        assertThat(Settings.of(Map.of(), Map.of("LANG", "C"), Map.of()).optional("LANG"))
                .isEmpty();
    }

    @Test
    void nodesOfOneRoleNeedSharedStoresAndKeys() {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("KIWI_ROLE", "api"), Map.of()))
                .hasMessageContaining("POSTGRES_DSN")
                .hasMessageContaining("REDIS_URL")
                .hasMessageContaining("MONGO_URI")
                .hasMessageContaining("BLOB_DIR")
                .hasMessageContaining("SECRET_KEY");
    }

    @Test
    void whatProductionHardlyWantsIsWarnedOf() {
        assertThat(Consistency.warnings(Settings.of(Map.of(), Map.of(), Map.of())))
                .containsExactly(
                        "Sign-ups, logins and resets take no captcha; not set: CAPTCHA_SECRET, CAPTCHA_SITEKEY",
                        "Mail is logged and not sent: SMTP_HOST is not set");
        Map<String, String> half = Map.of("CAPTCHA_SECRET", "s", "SMTP_HOST", "mail");
        assertThat(Consistency.warnings(Settings.of(Map.of(), half, Map.of())))
                .containsExactly("Sign-ups, logins and resets take no captcha; not set: CAPTCHA_SITEKEY");
        Map<String, String> all = Map.of("CAPTCHA_SECRET", "s", "CAPTCHA_SITEKEY", "k", "SMTP_HOST", "mail");
        assertThat(Consistency.warnings(Settings.of(Map.of(), all, Map.of()))).isEmpty();
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(UpCommand.variables(List.of("--demo", "--port=2")))
                .isEqualTo(Map.of("KIWI_DEMO", "true", "KIWI_PORT", "2"));
        assertThatThrownBy(() -> UpCommand.variables(List.of("--prot", "1"))).hasMessageContaining("--prot");
        assertThatThrownBy(() -> UpCommand.variables(List.of("--port"))).hasMessageContaining("--port needs a value");
    }
}
