package dev.kiwi.web.misc;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** web.md D.2: what the home page's frame tells search engines, and its pictures. */
@ExtendWith(WithKiwi.class)
class HomePageTest {
    private static final Pattern DATA = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    private final RunningKiwi kiwi;

    HomePageTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    @Test
    void saysWhatTheApplicationIs() {
        String html = kiwi.client()
                .get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        Matcher found = DATA.matcher(String.valueOf(html));
        assertThat(found.find()).isTrue();
        JsonNode data = new JsonMapper().readTree(found.group(1));
        assertThat(data.path("@type").stringValue()).isEqualTo("SoftwareApplication");
        assertThat(data.at("/offers/price").stringValue()).isEqualTo("0");
    }

    @Test
    void nothingInTheDataEndsItsElement() {
        String script = HomePage.script(Map.of("name", "</script><script>alert(1)</script><!--"));
        assertThat(script).endsWith("</script>").doesNotContain("<script>alert", "<!--");
        Matcher found = DATA.matcher(script);
        assertThat(found.matches()).isTrue();
        assertThat(new JsonMapper().readTree(found.group(1)).path("name").stringValue())
                .isEqualTo("</script><script>alert(1)</script><!--");
    }

    @Test
    void listsThePicturesThatThereAre() {
        JsonNode listed = json(kiwi.client().get().uri("/site/screenshots.json"));
        assertThat(listed.path("count").intValue())
                .isEqualTo(listed.path("screenshots").size());
        kiwi.client()
                .get()
                .uri("/site/screenshots.json")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=60, public");
    }
}
