package dev.kiwi.web.face;

import dev.kiwi.web.guide.Chapter;
import dev.kiwi.web.guide.Contents;
import dev.kiwi.web.guide.Edition;
import dev.kiwi.web.guide.Markdown;
import dev.kiwi.web.guide.Reference;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.openapi.LiveDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages of the documentation: made when first asked for, and anew when the document has changed. */
@Component
class GuideBook implements GuideSite {
    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=utf-8");

    private final FaceFiles files;
    private final PageRenderer renderer;
    private final LiveDocument document;
    private final BlockingWork blocking;
    private final AtomicReference<@Nullable Shelf> shelf = new AtomicReference<>();

    GuideBook(FaceFiles files, PageRenderer renderer, LiveDocument document, BlockingWork blocking) {
        this.files = files;
        this.renderer = renderer;
        this.document = document;
        this.blocking = blocking;
    }

    /** What was made of one edition of the document. */
    private record Shelf(LiveDocument.Edition of, Edition edition, Map<Asked, Asset> pages) {}

    private record Asked(String path, FaceUrls urls) {}

    @Override
    public Mono<Void> answer(String path, ServerWebExchange exchange) {
        return blocking.call(() -> page(path, exchange))
                .switchIfEmpty(Mono.defer(() -> notThere(exchange)))
                .flatMap(page -> Assets.write(page, exchange));
    }

    private @Nullable Asset page(String path, ServerWebExchange exchange) {
        Shelf current = shelf(exchange);
        Asked asked = new Asked(path, renderer.urls(exchange));
        Asset known = current.pages().get(asked);
        if (known != null) {
            return known;
        }
        Asset made = make(path, current.edition(), exchange);
        // Whoever asks chooses the port of a local host: as many as that could be are not kept.
        if (made != null && current.pages().size() < 1_000) {
            current.pages().put(asked, made);
        }
        return made;
    }

    private Shelf shelf(ServerWebExchange exchange) {
        LiveDocument.Edition latest = document.edition(exchange.getRequest());
        Shelf known = shelf.get();
        if (known != null && known.of() == latest && !files.areLive()) {
            return known;
        }
        Edition edition = new Edition(Contents.read(this::text), Reference.of(latest.document()));
        Shelf made = new Shelf(latest, edition, new ConcurrentHashMap<>());
        shelf.set(made);
        return made;
    }

    private String text(String name) {
        return new String(
                files.read("guide/" + name).orElseThrow(() -> new IllegalArgumentException("There is no " + name)),
                StandardCharsets.UTF_8);
    }

    private @Nullable Asset make(String path, Edition edition, ServerWebExchange exchange) {
        FaceUrls urls = renderer.urls(exchange);
        if (path.equals("/llms.txt")) {
            String text = edition.llmsText(text("llms.md"), urls.names());
            return Asset.of(MARKDOWN, text.getBytes(StandardCharsets.UTF_8));
        }
        GuideModel model = new GuideModel(edition, urls, path);
        if (path.equals("/reference")) {
            return renderer.docs("reference", model.index(), exchange);
        }
        if (path.startsWith("/reference/")) {
            return edition.reference()
                    .tag(path.substring("/reference/".length()))
                    .map(tag -> renderer.docs("tag", model.tag(tag), exchange))
                    .orElse(null);
        }
        return edition.contents()
                .at(path)
                .map(chapter -> renderer.docs("chapter", chapter(chapter, edition, urls, model), exchange))
                .orElse(null);
    }

    private static Map<String, Object> chapter(Chapter chapter, Edition edition, FaceUrls urls, GuideModel model) {
        return model.chapter(
                chapter, Markdown.page(edition.filled(chapter, urls.names()).markdown()));
    }

    private Mono<Asset> notThere(ServerWebExchange exchange) {
        List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
        if (accepted.stream().noneMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return blocking.call(() -> {
            GuideModel model = new GuideModel(shelf(exchange).edition(), renderer.urls(exchange), "");
            return renderer.docs("not-found", model.notFound(), exchange);
        });
    }
}
