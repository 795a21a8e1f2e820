package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.MappedRoute;
import dev.kiwi.web.http.SitePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/platform-endpoints.md and its like tell of every endpoint of the platform, of none that is gone, and of tests that there are. */
@ExtendWith(WithKiwi.class)
class PlatformPageTest {
    private static final Path ROOT = Path.of("..");
    /** {@code `POST /x/{id}/disable`}, after which {@code `/enable`} is short for its neighbour. */
    private static final Pattern ENDPOINT = Pattern.compile("`(?:(GET|POST|PUT|PATCH|DELETE) )?(/[^`\\s?]*)[^`]*`");

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)\\b[^`]*`");
    /** Data, and what the site asks for itself; other pages tell of them. */
    private static final List<String> ELSEWHERE = List.of("/v1/", "/api/", "/site/", "/git/");

    /** With the pages beside it that tell of some of the platform, such as the site's people. */
    private final String page = pages();

    private final List<String> mapped;

    PlatformPageTest(RunningKiwi kiwi) {
        this.mapped = MappedRoute.of(kiwi).stream()
                .filter(route -> isOfThePlatform(route.path()))
                .map(route -> nameless(route.toString()))
                .distinct()
                .toList();
    }

    private static String pages() {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.toString().endsWith("-endpoints.md"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file)).append("\n\n");
            }
            return all.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isOfThePlatform(String path) {
        return path.equals("/v1/whoami")
                || !SitePaths.isPage(path) && ELSEWHERE.stream().noneMatch(path::startsWith);
    }

    /** What a part of a path is called matters to nobody. */
    private static String nameless(String endpoint) {
        return endpoint.replaceAll("\\{\\w+}", "{}");
    }

    private static boolean isDocumentedHere(String endpoint) {
        return isOfThePlatform(endpoint.substring(endpoint.indexOf(' ') + 1));
    }

    /** Those in the first cells of a text's tables. */
    private static List<String> endpoints(String text) {
        return text.lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(row -> ofCell(row.split("(?<!\\\\)\\|")[1]).stream())
                .toList();
    }

    private static List<String> ofCell(String cell) {
        List<String> found = new ArrayList<>();
        for (MatchResult match : ENDPOINT.matcher(cell).results().toList()) {
            if (match.group(1) != null) {
                found.add(match.group(1) + " " + match.group(2));
            } else if (!found.isEmpty()) {
                found.add(found.getLast().replaceFirst("/[^/]*$", match.group(2)));
            }
        }
        return found;
    }

    private static List<String> tests(String text) {
        return TEST.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyEndpointOfThePlatformIsInATableAndEachThatIsThereExists() {
        assertThat(endpoints(page).stream()
                        .filter(PlatformPageTest::isDocumentedHere)
                        .map(PlatformPageTest::nameless)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    /** In its row, where the table has a column for that, else below the table. */
    @Test
    void eachIsTested() {
        assertThat(page.split("(?m)^#+ ")).allSatisfy(section -> {
            if (!endpoints(section).isEmpty()) {
                assertThat(tests(section)).as(section).isNotEmpty();
            }
        });
        assertThat(Stream.of(page.split("\n\n"))
                        .filter(table -> table.startsWith("|")
                                && table.lines().limit(1).anyMatch(head -> head.contains("tested by")))
                        .flatMap(String::lines)
                        .filter(row -> !endpoints(row).isEmpty() && tests(row).isEmpty()))
                .isEmpty();
    }

    @Test
    void theTestsThatItNamesExist() throws IOException {
        Set<String> known;
        try (Stream<Path> files = Files.find(
                ROOT,
                16,
                (path, file) -> file.isRegularFile() && path.toString().contains("/src/test/"))) {
            known = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(known).containsAll(tests(page));
    }
}
