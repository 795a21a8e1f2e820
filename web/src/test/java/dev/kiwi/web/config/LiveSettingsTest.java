package dev.kiwi.web.config;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.token.Scope;
import dev.kiwi.command.config.SettingStreams;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import dev.kiwi.web.limit.Limit;
import dev.kiwi.web.limit.LimitSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What a change does, to this node's requests and to another node. */
@ExtendWith(WithKiwi.class)
class LiveSettingsTest {
    private static final String TIMESTAMPS = "/v1/leaderboards/timestamps";

    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final List<String> changed = new ArrayList<>();

    LiveSettingsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    @AfterEach
    void asItWas() {
        changed.forEach(key -> json(admin.delete().uri("/admin/config/" + key).exchange(), 200));
    }

    private void set(String key, Object value) {
        changed.add(key);
        json(
                admin.put()
                        .uri("/admin/config/" + key)
                        .bodyValue(Map.of("value", value))
                        .exchange(),
                200);
    }

    private ResponseSpec get(WebTestClient client, String path) {
        return client.get()
                .uri(URI.create("http://127.0.0.1:" + kiwi.port() + path))
                .exchange();
    }

    @Test
    void aLimitCountsFromTheNextRequestOn() {
        WebTestClient bot = kiwi.with(kiwi.token(kiwi.account()));
        get(bot, TIMESTAMPS).expectHeader().valueEquals("X-RateLimit-Limit", "120");
        set("api_rate_limit_max", 2);
        set("api_rate_limit_window_seconds", 30);
        get(bot, TIMESTAMPS)
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "2")
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"token\";q=2;w=30");
        JsonNode refused = json(get(bot, TIMESTAMPS), 429);
        assertThat(refused.at("/error/details").toString()).isEqualTo("{\"limit\":2,\"window_seconds\":30}");
    }

    @Test
    void everyLimitFollowsItsPairAndTheCodexesTheirFactor() {
        LimitSettings limits = kiwi.part(LimitSettings.class);
        assertThat(limits.factor(Scope.CODEXES_READ)).isEqualTo(5);
        Map<String, java.util.function.Supplier<Limit>> families = Map.of(
                "signup_rate_limit", limits::signup,
                "login_rate_limit", limits::login,
                "forgot_password_rate_limit", limits::forgotPassword,
                "public_anon_rate_limit", limits::publicAnonymous,
                "ingest_cooldown", limits::ingestCooldown,
                "leaderboards_archive_rate_limit", limits::leaderboardsArchive,
                "market_archive_rate_limit", limits::marketArchive);
        families.forEach((family, limit) -> {
            set(family + "_max", 17);
            set(family + "_window_seconds", 71);
            assertThat(limit.get()).as(family).isEqualTo(new Limit(17, 71));
        });
        set("codexes_rate_limit_multiplier", 6);
        assertThat(limits.factor(Scope.CODEXES_READ)).isEqualTo(6);
        assertThat(limits.factor(Scope.GEMS_READ)).isOne();
    }

    @Test
    void aHiddenFeatureIsARouteThatDoesNotExistInEverySpellingAndIsGoneFromTheDocumentAtOnce() {
        WebTestClient bot = kiwi.with(kiwi.token(kiwi.account()));
        assertThat(document().path("paths").has(TIMESTAMPS)).isTrue();
        set("feature_leaderboards_enabled", false);
        for (String path : List.of(TIMESTAMPS, "/v1/leaderboard%73/timestamps", "/v1/leaderboards;a=b/timestamps")) {
            for (WebTestClient anybody : List.of(bot, kiwi.client())) {
                JsonNode answer = json(get(anybody, path).expectHeader().doesNotExist("X-RateLimit-Limit"), 404);
                assertThat(answer.at("/error/code").stringValue()).isEqualTo("not_found");
            }
        }
        assertThat(document().path("paths").has(TIMESTAMPS)).isFalse();
        set("feature_leaderboards_enabled", true);
        get(bot, TIMESTAMPS).expectStatus().isOk().expectHeader().valueEquals("X-RateLimit-Remaining", "119");
        assertThat(document().path("paths").has(TIMESTAMPS)).isTrue();
    }

    private JsonNode document() {
        return json(kiwi.client().get().uri("/openapi.json"));
    }

    @Test
    void anOlderReadIsAnArchiveReadFromTheConfiguredDayOn() {
        WebTestClient bot = kiwi.with(kiwi.token(kiwi.account()));
        long twoDaysAgo = System.currentTimeMillis() / 1000 - 2 * 86_400;
        String path = "/v1/leaderboards?created_at=" + twoDaysAgo;
        get(bot, path).expectHeader().doesNotExist("X-RateLimit-Archive-Limit");
        set("leaderboards_archive_query_threshold_days", 1);
        set("leaderboards_archive_rate_limit_max", 4);
        get(bot, path).expectHeader().valueEquals("X-RateLimit-Archive-Limit", "4");
    }

    @Test
    void anotherNodeKnowsWithinASecond() {
        try (AnnotationConfigApplicationContext other = node();
                BlockingWork blocking = new BlockingWork()) {
            Invalidations invalidations = other.getBean(Invalidations.class);
            await().until(invalidations::isConnected);
            LiveSettings settings =
                    new LiveSettings(kiwi.part(SettingStreams.class), SettingDefaults.of(variable -> null));
            try (SettingRefresh refresh = new SettingRefresh(settings, invalidations, blocking)) {
                refresh.start();
                BooleanSupplier market = settings.flag("feature_market_enabled");
                assertThat(market.getAsBoolean()).isTrue();
                set("feature_market_enabled", false);
                await().atMost(Duration.ofSeconds(1))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !market.getAsBoolean() && !settings.isOn("feature_market_enabled"));
                assertThat(kiwi.part(RuntimeSettings.class)
                                .flag("feature_market_enabled")
                                .getAsBoolean())
                        .isFalse();
                asItWas();
                await().atMost(Duration.ofSeconds(1)).until(market::getAsBoolean);
            }
        }
    }

    /** The part of a second process that hears of changes. */
    private static AnnotationConfigApplicationContext node() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "redis",
                        Map.of("spring.data.redis.url", TestStores.redis().url())));
        context.scan("dev.kiwi.web.redis", "dev.kiwi.web.invalidate");
        context.refresh();
        return context;
    }
}
