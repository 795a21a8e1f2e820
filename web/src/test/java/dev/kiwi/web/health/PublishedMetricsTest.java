package dev.kiwi.web.health;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Rules and dashboard ask for nothing that a running Kiwi does not publish, and each alert can be looked up. */
@ExtendWith(WithKiwi.class)
class PublishedMetricsTest {
    private static final Path RULES = Path.of("../deploy/prometheus/kiwi-alerts.yml");
    private static final Path DASHBOARD = Path.of("../deploy/grafana/kiwi.json");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:kiwi|http_server|cache|jvm|process|system|hikaricp)_[a-z_]+");
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private final RunningKiwi kiwi;

    PublishedMetricsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    /** Each series with its labels, after a log-in, a write and a read. */
    private Map<String, Set<String>> published() throws IOException, InterruptedException {
        Account account = kiwi.account();
        json(RunningKiwi.from(kiwi.client(), kiwi.token(account)).get().uri("/v1/leaderboards/timestamps"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI page = URI.create("http://127.0.0.1:" + kiwi.port() + "/actuator/prometheus");
            String text = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return SERIES.matcher(text)
                    .results()
                    .collect(Collectors.toMap(
                            series -> series.group(1),
                            series -> series.group(2) == null ? Set.<String>of() : labels(series.group(2)),
                            PublishedMetricsTest::both));
        }
    }

    private static Set<String> labels(String selector) {
        return found(LABEL, selector).map(label -> label.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    @Test
    void everyMetricOfTheRulesAndTheDashboardIsPublished() throws Exception {
        Set<String> published = published().keySet();
        assertThat(expressions().flatMap(expression -> found(METRIC, expression).map(MatchResult::group)))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(published).contains(metric));
    }

    @Test
    void everyLabelThatTheySelectByIsThere() throws Exception {
        Map<String, Set<String>> published = published();
        Pattern selected = Pattern.compile("(" + METRIC.pattern() + ")\\{([^}]*)}");
        assertThat(expressions().flatMap(expression -> found(selected, expression)))
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(published.get(selector.group(1)))
                        .as(selector.group())
                        .containsAll(found(Pattern.compile("([a-z_]+)(?:=|!~|=~|!=)\""), selector.group(2))
                                .map(label -> label.group(1))
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kiwi_commands_seconds_count",
                "kiwi_commands_seconds_bucket",
                "kiwi_projection_lag_events",
                "kiwi_projection_age_seconds",
                "kiwi_projection_position",
                "kiwi_deadletters",
                "kiwi_ratelimit_decisions_total",
                "kiwi_ingest_rows_total"
            })
    void whatPeopleExpectIsThereAndNamesNobody(String metric) throws Exception {
        assertThat(published()).containsKey(metric);
        assertThat(published().get(metric))
                .isSubsetOf("command", "outcome", "le", "projection", "group", "policy", "kind", "source");
    }

    @Test
    void everyAlertSaysWhatToDoAndIsInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule).containsKeys("expr", "labels", "annotations");
            assertThat(rule.get("annotations"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsOnlyKeys("summary", "description");
            assertThat(page).contains("`" + rule.get("alert") + "`");
        });
        assertThat(found(Pattern.compile("`(Kiwi[A-Za-z]+)`"), page).map(name -> name.group(1)))
                .allSatisfy(name -> assertThat(rules())
                        .extracting(rule -> rule.get("alert"))
                        .contains(name));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(RULES));
        return file.get("groups").stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }

    private static Stream<String> expressions() throws IOException {
        return Stream.concat(
                rules().stream().map(rule -> String.valueOf(rule.get("expr"))),
                JsonMapper.shared().readTree(Files.readString(DASHBOARD)).findValuesAsString("expr").stream());
    }
}
