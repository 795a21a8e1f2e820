package dev.kiwi.web.face;

import dev.kiwi.web.face.FaceUrls.Face;
import dev.kiwi.web.gate.Features;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.HttpSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;

/** What search engines may look at (web.md D.1): of the site its pages, of the documentation all, of API and portal nothing. */
@Hidden
@RestController
@Gate(Gate.Kind.OPEN)
class CrawlerController {
    private final HttpSettings settings;
    private final Features features;

    CrawlerController(HttpSettings settings, Features features) {
        this.settings = settings;
        this.features = features;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getURI();
        return switch (FaceUrls.face(settings, asked)) {
            case API, PORTAL -> "User-agent: *\nDisallow: /\n";
            case DOCS -> "User-agent: *\nAllow: /\n";
            case SITE ->
                "User-agent: *\nDisallow: /v1/\nDisallow: /site/\nDisallow: /dashboard\nDisallow: /login\nSitemap: "
                        + FaceUrls.of(settings, asked).app() + "/sitemap.xml\n";
        };
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getURI();
        if (FaceUrls.face(settings, asked) != Face.SITE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String app = FaceUrls.of(settings, asked).app();
        return SitePage.ALL.stream()
                .filter(page -> page.indexed() && page.isSingle() && features.isOn(page.path()))
                .map(page -> "  <url><loc>" + HtmlUtils.htmlEscape(app + page.path()) + "</loc></url>\n")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "</urlset>\n"));
    }
}
