package dev.kiwi.web.face;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages of the documentation: made when first asked for, and anew when the document has changed. */
@Component
class GuideBook implements GuideSite {
    private static final Logger LOG = LoggerFactory.getLogger(GuideBook.class);
    private static final String REFERENCE = "/reference";
    private static final String LLMS = "/llms.txt";
    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=utf-8");

    private final FaceFiles files;
    private final PageRenderer renderer;
    private final LiveDocument document;
    private final BlockingWork blocking;
    private final AtomicReference<@Nullable Contents> contents = new AtomicReference<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicReference<@Nullable Latest> latest = new AtomicReference<>();
    /** Whoever asks chooses the port of a local host: as many pages as that could be are not kept. */
    private final Cache<Asked, Asset> pages =
            Caffeine.newBuilder().maximumSize(1_000).build();

    GuideBook(FaceFiles files, PageRenderer renderer, LiveDocument document, BlockingWork blocking) {
        this.files = files;
        this.renderer = renderer;
        this.document = document;
        this.blocking = blocking;
    }

    private record Latest(List<String> off, Reference reference) {}

    /** @param off the features that are off; null for a page that does not depend on the document */
    private record Asked(
            String path, FaceUrls urls, @Nullable List<String> off) {}

    @Override
    public Mono<Void> answer(String path, ServerWebExchange exchange) {
        if (begun.compareAndSet(false, true)) {
            makeAhead(exchange);
        }
        return blocking.call(() -> page(path, exchange))
                .switchIfEmpty(Mono.defer(() -> notThere(exchange)))
                .flatMap(page -> Assets.write(page, exchange));
    }

    /** Who begins to read will want the reference, which takes some seconds to make after a start. */
    private void makeAhead(ServerWebExchange exchange) {
        blocking.run(() -> latest(exchange))
                .subscribe(done -> {}, error -> LOG.warn("The reference was not made ahead of its readers", error));
    }

    private @Nullable Asset page(String path, ServerWebExchange exchange) {
        Latest live = needsTheDocument(path) ? latest(exchange) : null;
        Asked asked = new Asked(path, renderer.urls(exchange), live == null ? null : live.off());
        Asset known = files.areLive() ? null : pages.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        Asset made = make(path, new Edition(contents(), live == null ? null : live.reference()), exchange);
        if (made != null) {
            pages.put(asked, made);
        }
        return made;
    }

    /** The document takes seconds to make after a start; the guide need not wait for it. */
    private boolean needsTheDocument(String path) {
        return contents()
                .at(path)
                .map(Chapter::needsTheReference)
                .orElseGet(() -> path.equals(LLMS) || path.equals(REFERENCE) || path.startsWith(REFERENCE + "/"));
    }

    private Contents contents() {
        Contents known = contents.get();
        if (known == null || files.areLive()) {
            known = Contents.read(this::text);
            contents.set(known);
        }
        return known;
    }

    private Latest latest(ServerWebExchange exchange) {
        LiveDocument.Edition edition = document.edition(exchange.getRequest());
        Latest known = latest.get();
        if (known == null || !known.off().equals(edition.off())) {
            known = new Latest(edition.off(), Reference.of(edition.document()));
            latest.set(known);
        }
        return known;
    }

    private String text(String name) {
        return new String(
                files.read("guide/" + name).orElseThrow(() -> new IllegalArgumentException("There is no " + name)),
                StandardCharsets.UTF_8);
    }

    private @Nullable Asset make(String path, Edition edition, ServerWebExchange exchange) {
        FaceUrls urls = renderer.urls(exchange);
        GuideModel model = new GuideModel(edition, urls, path);
        if (path.equals(LLMS)) {
            String text = edition.llmsText(text("llms.md"), urls.names());
            return Asset.of(MARKDOWN, text.getBytes(StandardCharsets.UTF_8));
        }
        if (path.equals(REFERENCE)) {
            return renderer.docs("reference", model.index(), exchange);
        }
        return edition.contents()
                .at(path)
                .map(chapter -> renderer.docs("chapter", chapter(chapter, edition, urls, model), exchange))
                .or(() -> edition.tag(path.replaceFirst("^" + REFERENCE + "/", ""))
                        .map(tag -> renderer.docs("tag", model.tag(tag), exchange)))
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
            GuideModel model = new GuideModel(new Edition(contents(), null), renderer.urls(exchange), "");
            return renderer.docs("not-found", model.notFound(), exchange);
        });
    }
}
