package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files that containers are made of say what the specification says (platform.md 22.1). */
class ContainersTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:\\?)?");
    private static final List<String> REQUIRED =
            List.of("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "MONGO_ROOT_PASSWORD", "MONGO_APP_PASSWORD");

    private final String compose = read("compose.yaml");
    private final Map<String, Object> document = new Yaml().load(compose);
    private final Map<String, Map<String, Object>> services = section("services");

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..").resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Map<String, T> section(String name) {
        return (Map<String, T>) document.get(name);
    }

    @Test
    void onlyLoopbackPortsArePublished() {
        assertThat(services.get("api").get("ports")).isEqualTo(List.of("127.0.0.1:15546:8000"));
        assertThat(services.values().stream().filter(service -> service.containsKey("ports")))
                .hasSize(1);
    }

    @Test
    void dataIsInLocalFolders() {
        assertThat(document).doesNotContainKey("volumes");
        assertThat(services.values())
                .allSatisfy(service -> assertThat((List<?>) service.get("volumes"))
                        .isNotEmpty()
                        .allSatisfy(volume -> assertThat(volume.toString()).startsWith("./")));
    }

    @Test
    void itDoesNotStartWithoutItsSecrets() {
        assertThat(VARIABLE.matcher(compose)
                        .results()
                        .filter(found -> found.group(2) != null)
                        .map(found -> found.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(REQUIRED);
    }

    @Test
    void everyVariableIsInTheCatalogue() {
        assertThat(VARIABLE.matcher(compose)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .filter(name -> Variables.named(name).isEmpty()))
                .isEmpty();
    }

    /** Two lists of options would drift apart unseen. */
    @Test
    void theContainerStartsTheJvmAsTheScriptDoes() {
        assertThat(options(read("deploy/docker/kiwi"))).isEqualTo(options(read("kiwi")));
    }

    private static List<String> options(String script) {
        return Pattern.compile("^readonly (?:quiet|heap|compiler|service)_jvm=\\((.*)\\)$", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void theWorkflowRunsEveryCheck() {
        Map<String, Object> workflow = new Yaml().load(read(".github/workflows/ci.yml"));
        assertThat(workflow.get("jobs").toString())
                .contains(Arrays.asList(".ci/run", "shellcheck", "osv-scanner", "docker build", "nginx -t"));
        assertThat(read(".ci/run")).contains("./kiwi test");
    }
}
