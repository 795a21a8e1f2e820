package dev.kiwi.web.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.MappedRoute;
import dev.kiwi.web.http.HttpSettings.BodyCaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sample of a reverse proxy lets through to the API (platform.md 22.2). */
@ExtendWith(WithKiwi.class)
class ProxySampleTest {
    private static final long MIB = 1 << 20;
    private static final Path SAMPLE = Path.of("../deploy/nginx/kiwi.conf");
    private static final Pattern LOCATION =
            Pattern.compile("location (= )?(\\S+)\\s+\\{ (?:client_max_body_size (\\d+)m; )?(proxy_pass|return 404)");
    /** As {@code kiwi-http.properties} has them. */
    private static final BodyCaps CAPS = new BodyCaps(100 * MIB, 20 * MIB, 20 * MIB, 20 * MIB, 12 * MIB, 8 * MIB);

    private final List<MappedRoute> routes;
    private final List<Location> locations = locations();

    ProxySampleTest(RunningKiwi kiwi) {
        this.routes = MappedRoute.of(kiwi);
    }

    private record Location(boolean exact, String path, long cap, boolean forwards) {
        static Location of(MatchResult found) {
            long mib = found.group(3) == null ? 8 : Long.parseLong(found.group(3));
            return new Location(
                    found.group(1) != null,
                    found.group(2),
                    mib * MIB,
                    found.group(4).equals("proxy_pass"));
        }

        boolean takes(String asked) {
            return exact ? asked.equals(path) : asked.startsWith(path);
        }
    }

    private static List<Location> locations() {
        try {
            String sample = Files.readString(SAMPLE);
            String api = sample.substring(sample.indexOf("api.aallyn.net"), sample.indexOf("trove.aallyn.net"));
            return LOCATION.matcher(api).results().map(Location::of).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As nginx chooses: an exact one, else the longest prefix. */
    private Location of(String path) {
        return locations.stream()
                .filter(location -> location.takes(path))
                .max(Comparator.comparing(Location::exact)
                        .thenComparing(location -> location.path().length()))
                .orElseThrow();
    }

    @Test
    void everyRouteOfTheApiIsForwarded() {
        assertThat(routes.stream()
                        .map(MappedRoute::path)
                        // Of the site's own host: what its pages read, and their pictures.
                        .filter(path -> !path.startsWith("/site/") && !path.endsWith("/og.png"))
                        .filter(path -> !of(path).forwards()))
                .isEmpty();
    }

    /** The portal calls its own host. */
    @Test
    void anAdministratorCanFileADumpThroughThePortal() throws IOException {
        String sample = Files.readString(SAMPLE);
        String portal = sample.substring(sample.indexOf("dev.aallyn.net"), sample.indexOf("docs.aallyn.net"));
        Matcher cap = Pattern.compile("client_max_body_size (\\d+)m;").matcher(portal);
        assertThat(cap.find()).isTrue();
        assertThat(Long.parseLong(cap.group(1)) * MIB)
                .isGreaterThanOrEqualTo(CAPS.of("/v1/leaderboards/insert"))
                .isGreaterThanOrEqualTo(CAPS.of("/v1/market/insert"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/actuator/prometheus", "/actuator/health", "/mods", "/internal/x", "/healthy", "/tokensx"})
    void nothingElseIs(String path) {
        assertThat(of(path).forwards()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/whoami",
        "/v1/mods/read",
        "/v1/leaderboards/insert",
        "/v1/market/insert",
        "/v1/ocr/character",
        "/git/mods/a/b/git-receive-pack",
        "/auth/login",
        "/api/v1/report"
    })
    void noCapIsBelowOurs(String path) {
        assertThat(of(path).forwards()).isTrue();
        assertThat(of(path).cap()).isGreaterThanOrEqualTo(CAPS.of(path));
    }
}
