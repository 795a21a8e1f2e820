package dev.kiwi.command.account.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.embedded.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** platform.md 3.5. */
class SiteverifyCaptchaTest {
    private static final String SECRET = "s&cret";

    private final TestUpstream provider = new TestUpstream();
    private final UpstreamClient client = new UpstreamClient();

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    private Captcha captcha(String name, String secret, String sitekey) {
        return SiteverifyCaptcha.of(new CaptchaSettings(name, secret, sitekey, provider.uri(), provider.uri()), client);
    }

    @ParameterizedTest
    @CsvSource({"turnstile,/turnstile/v0/siteverify", "hcaptcha,/siteverify"})
    void asksTheProviderByForm(String name, String path) {
        provider.answers(200, "{\"success\":true}");
        assertThat(captcha(name, SECRET, "key").isPassed("tok en", "203.0.113.7"))
                .isTrue();
        TestUpstream.Asked asked = provider.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo(path);
        assertThat(asked.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(asked.body()).isEqualTo("secret=s%26cret&response=tok+en&remoteip=203.0.113.7");
    }

    @Test
    void leavesOutAnAddressThatIsNotKnown() {
        provider.answers(200, "{\"success\":true}");
        assertThat(captcha("turnstile", SECRET, "key").isPassed("token", null)).isTrue();
        assertThat(provider.asked().getFirst().body()).doesNotContain("remoteip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":false}", "{}", "[]", "", "<html>", "{\"success\":null}"})
    void nobodyPassesWithoutAYes(String answer) {
        provider.answers(200, answer);
        assertThat(captcha("turnstile", SECRET, "key").isPassed("token", null)).isFalse();
    }

    @Test
    void nobodyPassesWhileTheProviderFails() {
        provider.answers(500, "{\"success\":true}");
        assertThat(captcha("hcaptcha", SECRET, "key").isPassed("token", null)).isFalse();
        provider.close();
        assertThat(captcha("hcaptcha", SECRET, "key").isPassed("token", null)).isFalse();
    }

    @Test
    void aMissingTokenIsNotAskedFor() {
        assertThat(captcha("turnstile", SECRET, "key").isPassed(null, null)).isFalse();
        assertThat(captcha("turnstile", SECRET, "key").isPassed(" ", null)).isFalse();
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void nobodyPassesAnUnknownProvider() {
        assertThat(captcha("other", SECRET, "key").isPassed("token", null)).isFalse();
    }

    @Test
    void itIsEnforcedOnlyWithBothHalvesOfThePair() {
        assertThat(captcha("turnstile", "", "key").isPassed(null, null)).isTrue();
        assertThat(captcha("turnstile", SECRET, " ").isPassed(null, null)).isTrue();
        assertThat(provider.asked()).isEmpty();
    }
}
