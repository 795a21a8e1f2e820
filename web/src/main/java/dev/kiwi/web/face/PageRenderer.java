package dev.kiwi.web.face;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kiwi.web.gate.Features;
import dev.kiwi.web.http.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** Makes the HTML of pages: the template of a page inside of the frame that all share. */
final class PageRenderer {
    private static final int MOST = 200;
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final Templates templates;
    private final HttpSettings settings;
    private final FaceSettings faces;
    private final Features features;
    /** Hashed and compressed once for all who get the same text. */
    private final Cache<String, Asset> made =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PageRenderer(Templates templates, HttpSettings settings, FaceSettings faces, Features features) {
        this.templates = templates;
        this.settings = settings;
        this.faces = faces;
        this.features = features;
    }

    /** A page of the site. Blocks at a template's first use. @param data what the template shows besides */
    Asset page(SitePage page, Map<String, Object> data, ServerWebExchange exchange) {
        FaceUrls urls = urls(exchange);
        String path = exchange.getRequest().getPath().value();
        Map<String, Object> model = frame(urls);
        model.put("page", page.name());
        model.put("indexed", page.indexed());
        model.put("scripted", page.scripted());
        model.put("menu", menu(path));
        model.put("current", path);
        model.put("head", "");
        model.putAll(data);
        model.put("title", data.getOrDefault("page_title", page.title()));
        model.put("description", data.getOrDefault("page_description", page.description()));
        model.put("canonical", urls.app() + data.getOrDefault("canonical_path", path));
        model.put("body", templates.render("site/" + page.name(), model));
        return html(templates.render("site/frame", model));
    }

    /** Any other template with the frame's names and more. */
    Asset bare(String template, Map<String, Object> data, ServerWebExchange exchange) {
        Map<String, Object> model = frame(urls(exchange));
        model.putAll(data);
        return html(templates.render(template, model));
    }

    /** A page of the documentation, inside of that one's frame. */
    Asset docs(String template, Map<String, Object> data, ServerWebExchange exchange) {
        Map<String, Object> model = frame(urls(exchange));
        model.putAll(data);
        model.put("body", templates.render("docs/" + template, model));
        return html(templates.render("docs/frame", model));
    }

    FaceUrls urls(ServerWebExchange exchange) {
        return FaceUrls.of(settings, exchange.getRequest().getURI());
    }

    private Map<String, Object> frame(FaceUrls urls) {
        Map<String, Object> model = new HashMap<>();
        model.put("app_name", settings.appName());
        model.put("urls", urls.names());
        model.put("on", on());
        model.putAll(faces.names());
        return model;
    }

    /** Which pages are there, by their names. */
    private Map<String, Boolean> on() {
        Map<String, Boolean> on = new HashMap<>();
        SitePage.ALL.forEach(page -> on.put(page.name(), features.isOn(page.path())));
        return on;
    }

    private List<Map<String, Object>> menu(String current) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        for (SitePage page : SitePage.ALL) {
            if (page.group() != null && features.isOn(page.path())) {
                groups.computeIfAbsent(page.group(), group -> new ArrayList<>())
                        .add(Map.of(
                                "path",
                                page.path(),
                                "label",
                                page.label(),
                                "here",
                                page.path().equals(current)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> Map.<String, Object>of("group", group.getKey(), "links", group.getValue()))
                .toList();
    }

    private Asset html(String text) {
        return made.get(text, key -> Asset.of(HTML, key.getBytes(StandardCharsets.UTF_8)));
    }
}
