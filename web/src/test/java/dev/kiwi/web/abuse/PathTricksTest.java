package dev.kiwi.web.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.RawHttp;
import dev.kiwi.web.fixture.RawHttp.Answer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of gated paths and other ways to name a method get nobody past a gate, and none is an error of ours. */
@ExtendWith(WithKiwi.class)
class PathTricksTest {
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 405, 415, 501);

    private final RunningKiwi kiwi;

    PathTricksTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private Answer ask(String method, String target, String... headers) throws IOException {
        try (RawHttp connection = new RawHttp(kiwi.port())) {
            StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: kiwi\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            connection.send(request.append("\r\n").toString());
            return method.equals("HEAD") ? connection.answerWithoutBody() : connection.answer();
        }
    }

    /** Of a superuser's session, of any session, and of tokens. */
    static Stream<Arguments> spellings() {
        return Stream.of("/admin/config", "/auth/me", "/v1/whoami")
                .flatMap(path -> spellings(path).map(spelling -> Arguments.of(path, spelling)));
    }

    private static Stream<String> spellings(String path) {
        int last = path.lastIndexOf('/');
        String folder = path.substring(0, last);
        String name = path.substring(last + 1);
        return Stream.of(
                path,
                "/" + path,
                "/." + path,
                "/health/.." + path,
                "/%2e" + path,
                "/health/%2e%2e" + path,
                "/health/%2E%2E" + path,
                "/health/..%2f" + path.substring(1),
                "/health/..;" + path,
                folder + "//" + name,
                folder + "/./" + name,
                folder + "/x/../" + name,
                folder + "%2f" + name,
                folder + "%2F" + name,
                folder + "%5c" + name,
                folder + "\\" + name,
                folder + ";x=y/" + name,
                folder + "/" + name + ";x=y",
                folder + "/;/" + name,
                path + "/",
                path + "//",
                path + "/.",
                path + "/x/..",
                path + ".json",
                path + "%20",
                path + "%09",
                path + "%00",
                path + "%00.css",
                path + "%3f",
                path + "%23",
                path + "?x=/health",
                path + "#/health",
                path.toUpperCase(java.util.Locale.ROOT),
                "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                "/%25" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                "/%c0%ae%c0%ae" + path,
                "http://kiwi" + path,
                "http://kiwi:1/health/.." + path);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingOfAPathGetsAroundItsGate(String path, String spelling) throws IOException {
        assertThat(ask("GET", spelling).status()).isIn(REFUSALS);
        assertThat(ask("HEAD", spelling).status()).isIn(REFUSALS);
    }

    /** For others than programs on this machine, as whose a forwarded request counts not. */
    @ParameterizedTest
    @MethodSource("spellingsOfMetrics")
    void noSpellingShowsTheMetricsToOthers(String spelling) throws IOException {
        Answer answer = ask("GET", spelling, "X-Forwarded-For: 203.0.113.9");
        assertThat(answer.status()).isIn(REFUSALS);
        assertThat(answer.body()).doesNotContain("jvm_memory");
    }

    static Stream<String> spellingsOfMetrics() {
        return spellings("/actuator/prometheus");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingRaisesASessionToASuperusers(String path, String spelling) throws IOException {
        String session = "Authorization: Bearer " + kiwi.account().session();
        Answer answer = ask("GET", spelling, session);
        if (path.startsWith("/admin")) {
            assertThat(answer.status()).isIn(REFUSALS);
        }
        assertThat(answer.status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"})
    void noHeaderChangesTheMethod(String header) throws IOException {
        String session = "Authorization: Bearer " + kiwi.superuser().session();
        assertThat(ask("POST", "/admin/config", session, "Content-Length: 0", header + ": GET")
                        .status())
                .isEqualTo(405);
        assertThat(ask("GET", "/admin/config", header + ": OPTIONS").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Uri", "X-Original-Host"})
    void noHeaderChangesThePath(String header) throws IOException {
        Answer plain = ask("GET", "/health");
        assertThat(ask("GET", "/health", header + ": /admin/config").body()).isEqualTo(plain.body());
        assertThat(ask("GET", "/admin/config", header + ": /health").status()).isEqualTo(401);
    }

    /** Joined to the host it names another path, which gate and router see alike. */
    @Test
    void aTargetWithoutItsSlashIsNotThatPath() throws IOException {
        assertThat(ask("GET", "admin/config").body()).doesNotContain("is_default");
        assertThat(ask("GET", "auth/me").status()).isIn(REFUSALS);
    }

    /** It tells the methods of the route, as the 405 does, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"/admin/config", "/auth/me", "/v1/whoami", "/tokens"})
    void optionsRunNoHandler(String path) throws IOException {
        Answer answer = ask("OPTIONS", path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("Allow: ").contains("GET");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get", "GETX", "DEBUG"})
    void otherMethodsAreRefused(String method) throws IOException {
        assertThat(ask(method, "/auth/me").status()).isIn(REFUSALS);
        assertThat(ask(method, "/health").status()).isIn(REFUSALS);
    }

    /** Otherwise all of the above would show nothing. */
    @Test
    void thePlainPathsAnswerThoseWhoMay() throws IOException {
        RunningKiwi.Account superuser = kiwi.superuser();
        String session = "Authorization: Bearer " + superuser.session();
        assertThat(ask("GET", "/admin/config", session).status()).isEqualTo(200);
        assertThat(ask("GET", "/auth/me", session).status()).isEqualTo(200);
        assertThat(ask("GET", "/actuator/prometheus").body()).contains("jvm_memory");
        assertThat(ask("GET", "/v1/whoami", "Authorization: Bearer " + kiwi.token(superuser))
                        .status())
                .isEqualTo(200);
    }
}
