package dev.kiwi.web.face;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.guide.Reference;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The documentation on its own host name. */
@ExtendWith(WithKiwi.class)
class GuideBookTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    private final RunningKiwi kiwi;
    private final WebTestClient browser;

    GuideBookTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.browser = kiwi.client()
                .mutate()
                .defaultHeader(HttpHeaders.HOST, "docs.localhost:" + kiwi.port())
                .defaultHeader(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8")
                .build();
    }

    private ResponseSpec get(String path) {
        return browser.get().uri(path).exchange();
    }

    private String page(String path) {
        byte[] body =
                get(path).expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    /** Every page that a link leads to, from the first on. */
    private Map<String, String> allPages() {
        Map<String, String> read = new LinkedHashMap<>();
        Set<String> ahead = new TreeSet<>(Set.of("/"));
        while (!ahead.isEmpty()) {
            String path = ahead.iterator().next();
            ahead.remove(path);
            String text = page(path);
            read.put(path, text);
            LINK.matcher(text)
                    .results()
                    .map(link -> link.group(1).replaceFirst("#.*", ""))
                    .filter(link -> !read.containsKey(link))
                    .forEach(ahead::add);
        }
        return read;
    }

    @Test
    void everyLinkLeadsToAPageAndEveryAnchorIsThere() {
        Map<String, String> pages = allPages();
        assertThat(pages).hasSizeGreaterThan(30).containsKeys("/privacy", "/terms", "/changelog", "/llms.txt");
        pages.forEach((path, text) -> Pattern.compile("href=\"(/[^\"#]*)#([^\"]+)\"")
                .matcher(text)
                .results()
                .forEach(link -> assertThat(ids(pages.get(link.group(1))))
                        .as("%s links to %s", path, link.group())
                        .contains(link.group(2))));
    }

    private static Set<String> ids(String page) {
        Set<String> ids = new TreeSet<>();
        ID.matcher(page)
                .results()
                .forEach(found -> assertThat(ids.add(found.group(1)))
                        .as("the id %s is there once", found.group(1))
                        .isTrue());
        return ids;
    }

    @Test
    void everyPageHasOneHeadingItsDescriptionAndNoScriptOfItsOwn() {
        allPages().forEach((path, text) -> {
            if (text.startsWith("<!doctype html>")) {
                assertThat(text.split("<h1", -1)).as(path).hasSize(2);
                assertThat(text)
                        .as(path)
                        .containsPattern("<meta name=\"description\" content=\"[^\"]{15,}\">")
                        .contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"/llms.txt\"")
                        .doesNotContain("<script>", "onclick=", "{{");
            }
        });
    }

    @Test
    void addressesAreThoseOfTheVisitorsHost() {
        assertThat(page("/")).contains("http://localhost:" + kiwi.port() + "/v1/rotations/server-time");
    }

    @Test
    void aPageHasItsPolicyAndIsNotSentTwice() {
        String etag = get("/guide/errors")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .valueMatches("Content-Security-Policy", ".*script-src 'self';.*frame-ancestors 'none'.*")
                .expectHeader()
                .contentType("text/html;charset=utf-8")
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag();
        browser.get()
                .uri("/guide/errors")
                .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(etag))
                .exchange()
                .expectStatus()
                .isNotModified();
        browser.method(HttpMethod.HEAD)
                .uri("/guide/errors")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();
    }

    @Test
    void anUnknownAddressIsAPageForPeopleAndTheEnvelopeForPrograms() {
        String page = get("/guide/nothing")
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("There is no such page", "noindex", "data-hook=\"nav-link\"");
        json(
                browser.get()
                        .uri("/reference/nothing")
                        .headers(headers -> headers.set(HttpHeaders.ACCEPT, "application/json"))
                        .exchange(),
                404);
    }

    @Test
    void theReferenceHasEveryOperationOfTheDocument() {
        Reference reference = Reference.of(kiwi.document());
        assertThat(reference.count()).isGreaterThan(100);
        String index = page("/reference");
        for (Reference.Tag tag : reference.tags()) {
            String page = page("/reference/" + tag.name());
            tag.operations().forEach(operation -> {
                assertThat(index).contains("/reference/" + tag.name() + "#" + operation.id());
                assertThat(page)
                        .contains("id=\"" + operation.id() + "\"", "<code>" + operation.path() + "</code>")
                        .containsPattern("(?s)id=\"%s-Python\"".formatted(operation.id()));
                operation.answers().stream()
                        .flatMap(answer -> answer.forms().stream())
                        .flatMap(form -> form.fields().stream())
                        .forEach(field -> assertThat(page).contains("<code>" + field.name() + "</code>"));
            });
        }
    }

    @Test
    void theTableOfEndpointsHasThemAllWithTheirScopes() {
        String page = page("/guide/endpoints");
        Reference.of(kiwi.document())
                .operations()
                .forEach(operation -> assertThat(page).contains(operation.method() + " " + operation.path()));
        assertThat(page).contains("<code>market:read</code>");
    }

    @Test
    void llmsTextNamesEveryEndpointWithItsFields() {
        String text = page("/llms.txt");
        get("/llms.txt").expectHeader().contentType("text/markdown;charset=utf-8");
        assertThat(text)
                .contains("kiwi_[A-Za-z0-9]{43}_[A-Za-z0-9]{1,6}", "no login call", "`insufficient_scope`", "512")
                .doesNotContain("{{");
        Reference.of(kiwi.document()).operations().forEach(operation -> {
            assertThat(text).contains("`" + operation.method() + " " + operation.path() + "`");
            operation.answers().stream()
                    .flatMap(answer -> answer.forms().stream())
                    .flatMap(form -> form.fields().stream())
                    .forEach(field -> assertThat(text).contains("`" + field.name() + "`"));
        });
    }

    @Test
    void whatIsSwitchedOffIsGoneAtOnce() {
        WebTestClient admin = kiwi.with(kiwi.superuser().session());
        String setting = "/admin/config/feature_market_enabled";
        assertThat(page("/reference")).contains("/v1/market/items");
        json(admin.put().uri(setting).bodyValue(Map.of("value", false)).exchange(), 200);
        try {
            assertThat(page("/reference")).doesNotContain("/v1/market/items");
            assertThat(page("/llms.txt")).doesNotContain("/v1/market/items");
            get("/reference/market").expectStatus().isNotFound();
        } finally {
            json(admin.delete().uri(setting).exchange(), 200);
        }
        get("/reference/market").expectStatus().isOk();
    }
}
