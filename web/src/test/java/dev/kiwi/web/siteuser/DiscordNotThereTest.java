package dev.kiwi.web.siteuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.siteuser.discord.Discord;
import dev.kiwi.command.siteuser.discord.DiscordSettings;
import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.oauth.OauthFixture;
import dev.kiwi.web.oauth.OneTimeSecrets;
import dev.kiwi.web.siteuser.SiteOauthController.SiteCodeBody;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/**
 * Signing in where it is not set up, and where Redis is away: parts of the running Kiwi, which has both, with a
 * controller that has not.
 */
@ExtendWith(WithKiwi.class)
class DiscordNotThereTest {
    private final RunningKiwi kiwi;
    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.get("/v1/site-auth/oauth/discord/start")
                    .remoteAddress(new java.net.InetSocketAddress("203.0.113.9", 1)));

    DiscordNotThereTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        exchange.getAttributes().put(dev.kiwi.web.http.ClientIp.class.getName(), "ip of " + UUID.randomUUID());
    }

    private SiteOauthController controller(String clientId, OneTimeSecrets secrets) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        Discord discord = new Discord(
                kiwi.part(UpstreamClient.class),
                new DiscordSettings(clientId, "secret", nowhere, nowhere, Duration.ofSeconds(1)));
        return new SiteOauthController(
                new DiscordSignIn(discord, secrets, kiwi.part(SiteUserResolution.class), kiwi.part(BlockingWork.class)),
                kiwi.part(SiteSessions.class),
                kiwi.part(HandBacks.class),
                kiwi.part(BrowserCookie.class),
                kiwi.part(RateLimits.class),
                kiwi.part(Buckets.class));
    }

    @Test
    void withoutBothHalvesOfTheCredentialNothingIsThere() {
        SiteOauthController controller = controller("", kiwi.part(OneTimeSecrets.class));
        isNotThere(() -> controller.start(null, null, null, exchange).block());
        isNotThere(() -> controller.callback("code", "state", exchange).block());
        isNotThere(() ->
                controller.exchange(new SiteCodeBody("code", null), exchange).block());
    }

    private static void isNotThere(ThrowingCallable call) {
        assertThat(catchThrowableOfType(Refusal.class, call).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void withoutRedisSigningInIsUnavailable() {
        try (OauthFixture away = OauthFixture.withoutRedis(kiwi.part(BlockingWork.class))) {
            SiteOauthController controller = controller("client", away.secrets());
            assertThat(location(
                            controller.start(null, "/dashboard", null, exchange).block()))
                    .isEqualTo("https://trove.aallyn.net/login?next=%2Fdashboard#oauth_error=unavailable");
            assertThat(controller.start("app", null, null, exchange).block().getBody())
                    .contains("btt://auth/discord?error=unavailable");
            assertThat(location(controller.callback("code", "state", exchange).block()))
                    .isEqualTo("https://trove.aallyn.net/login#oauth_error=unavailable");
            assertThat(catchThrowableOfType(
                                    Refusal.class,
                                    () -> controller
                                            .exchange(new SiteCodeBody("code", null), exchange)
                                            .block())
                            .code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }

    private static String location(ResponseEntity<String> answer) {
        return answer.getHeaders().getLocation().toString();
    }
}
