package dev.kiwi.command.siteuser.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.Known;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.NoAccess;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.NoAnswer;
import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** site-users.md 4. */
class DiscordTest {
    private static final URI CALLBACK = URI.create("https://api.example/v1/site-auth/oauth/discord/callback");
    private static final String TOKEN = "{\"access_token\":\"t0\",\"token_type\":\"Bearer\",\"scope\":\"identify\"}";

    private final TestUpstream service = new TestUpstream();
    private final UpstreamClient client = new UpstreamClient();
    private final Discord discord = discord(Duration.ofSeconds(10));

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    private Discord discord(Duration patience) {
        return new Discord(client, new DiscordSettings("id 1", "se&cret", service.uri(), CALLBACK, patience));
    }

    private void says(int tokenStatus, String token, int profileStatus, String profile) {
        service.answers(asked -> asked.path().equals("/api/oauth2/token")
                ? new Answer(tokenStatus, token)
                : new Answer(profileStatus, profile));
    }

    private DiscordAnswer asked(String profile) {
        says(200, TOKEN, 200, profile);
        return discord.whoIs("c0de", "verifier");
    }

    @Test
    void sendsBrowsersToItsPageWithAChallenge() {
        assertThat(discord.authorization("st", "ch"))
                .hasToString(service.uri() + "/oauth2/authorize?client_id=id+1"
                        + "&redirect_uri=https%3A%2F%2Fapi.example%2Fv1%2Fsite-auth%2Foauth%2Fdiscord%2Fcallback"
                        + "&response_type=code&scope=identify&state=st&code_challenge=ch&code_challenge_method=S256");
    }

    @Test
    void asksForATokenAndThenWhoThatIs() {
        assertThat(
                        asked(
                                "{\"id\":\"80351110224678912\",\"username\":\"ada\",\"global_name\":\"Ada\",\"avatar\":\"a_1\"}"))
                .isEqualTo(new Known(new DiscordProfile("80351110224678912", "ada", "Ada", "a_1")));
        Asked token = service.asked().getFirst();
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(token.body())
                .isEqualTo("client_id=id+1&client_secret=se%26cret&grant_type=authorization_code&code=c0de"
                        + "&redirect_uri=https%3A%2F%2Fapi.example%2Fv1%2Fsite-auth%2Foauth%2Fdiscord%2Fcallback"
                        + "&code_verifier=verifier");
        Asked profile = service.asked().get(1);
        assertThat(profile.path()).isEqualTo("/api/users/@me");
        assertThat(profile.headers()).containsEntry("authorization", "Bearer t0");
    }

    @Test
    void aNameThatIsMissingIsTheGlobalOneAndAStrangePictureIsNone() {
        assertThat(asked("{\"id\":\"7\",\"username\":null,\"global_name\":\"Ada\",\"avatar\":\"../x?\"}"))
                .isEqualTo(new Known(new DiscordProfile("7", "Ada", "Ada", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{}",
                "{\"id\":\"7\"}",
                "{\"username\":\"ada\"}",
                "{\"id\":7,\"username\":\"ada\"}",
                "{\"id\":\"x\",\"username\":\"ada\"}",
                "{\"id\":\"0\",\"username\":\"ada\"}",
                "{\"id\":\"99999999999999999999\",\"username\":\"ada\"}",
                "{\"id\":\"7\",\"username\":\" \"}"
            })
    void aProfileThatSaysTooLittleIsNoAnswer(String profile) {
        assertThat(asked(profile)).isEqualTo(new NoAnswer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"400|{\"error\":\"invalid_grant\"}", "200|{}", "200|{\"access_token\":\"\"}", "401|{}"})
    void withoutAnAccessTokenThereIsNoAccess(int status, String token) {
        says(status, token, 200, "{\"id\":\"7\",\"username\":\"ada\"}");
        assertThat(discord.whoIs("c0de", "verifier")).isEqualTo(new NoAccess());
        assertThat(service.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|{}", "503|busy", "200|<html>", "200|{\"access_token\":\"a\\nb\"}"})
    void aTokenEndpointThatIsNotItselfIsNoAnswer(int status, String token) {
        says(status, token, 200, "{\"id\":\"7\",\"username\":\"ada\"}");
        assertThat(discord.whoIs("c0de", "verifier")).isEqualTo(new NoAnswer());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 302})
    void aProfileThatIsRefusedIsNoAnswer(int status) {
        says(200, TOKEN, status, "{\"id\":\"7\",\"username\":\"ada\"}");
        assertThat(discord.whoIs("c0de", "verifier")).isEqualTo(new NoAnswer());
    }

    @Test
    void anAnswerWithoutEndIsNoAnswer() {
        says(200, TOKEN, 200, "{\"id\":\"7\",\"username\":\"" + "a".repeat((1 << 20) + 1) + "\"}");
        assertThat(discord.whoIs("c0de", "verifier")).isEqualTo(new NoAnswer());
    }

    @Test
    void whatIsNotThereOrTakesTooLongIsNoAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        service.answers(asked -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(200, TOKEN);
        });
        assertThat(discord(Duration.ofMillis(100)).whoIs("c0de", "verifier")).isEqualTo(new NoAnswer());
        never.countDown();
        service.close();
        assertThat(discord.whoIs("c0de", "verifier")).isEqualTo(new NoAnswer());
    }

    @Test
    void bothHalvesOfTheCredentialAreNeeded() {
        assertThat(discord.isConfigured()).isTrue();
        for (String[] pair : new String[][] {{"", "secret"}, {"id", " "}, {"", ""}}) {
            DiscordSettings half =
                    new DiscordSettings(pair[0], pair[1], service.uri(), CALLBACK, Duration.ofSeconds(1));
            assertThat(new Discord(client, half).isConfigured()).isFalse();
            assertThat(half.toString()).doesNotContain("secret");
        }
    }
}
