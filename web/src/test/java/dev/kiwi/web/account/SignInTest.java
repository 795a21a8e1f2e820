package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Which logins their owner is told of, platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class SignInTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String OTHER_FIREFOX = "Mozilla/5.0 (X11; Linux i686; rv:141.0) Gecko/20100101 Firefox/141.0";
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1";

    private final RunningKiwi kiwi;
    private final Account owner;

    SignInTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    @Test
    void aDeviceIsUnfamiliarUntilItHasASessionAndOneWithoutANameAlways() {
        login(FIREFOX);
        assertThat(devices()).containsExactly("Firefox on Linux");
        login(OTHER_FIREFOX);
        assertThat(devices()).as("the same label").hasSize(1);
        login(PHONE);
        assertThat(devices()).containsExactly("Safari on iOS", "Firefox on Linux");
        login("");
        assertThat(devices()).hasSize(3);
    }

    private void login(String userAgent) {
        json(kiwi.client()
                .post()
                .uri("/auth/login")
                .header("User-Agent", userAgent)
                .bodyValue(Map.of("email", owner.email(), "password", PASSWORD)));
    }

    private List<String> devices() {
        return json(kiwi.with(owner.session()).get().uri("/auth/security-events"))
                .valueStream()
                .filter(incident -> incident.path("kind").stringValue().equals("unfamiliar_sign_in"))
                .map(incident -> incident.path("device"))
                .map(device -> device.isNull() ? "none" : device.stringValue())
                .toList();
    }

    @Test
    void theAddressIsForTheMailOnly() {
        login(FIREFOX);
        JsonNode incident = json(kiwi.with(owner.session()).get().uri("/auth/security-events"))
                .get(0);
        assertThat(incident.propertyNames()).containsExactlyInAnyOrder("kind", "session_id", "device", "at");
    }
}
