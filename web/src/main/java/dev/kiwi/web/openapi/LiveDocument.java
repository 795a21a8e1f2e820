package dev.kiwi.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kiwi.web.gate.Features;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of {@code /openapi.json}, for those who render it; it changes when a feature is switched. */
public final class LiveDocument {
    /** @param off the features that are off in it: the same features, the same document */
    public record Edition(List<String> off, JsonNode document) {}

    private final Features features;
    private final FreshDocument fresh;
    private final ObjectProvider<OpenApiWebfluxResource> documents;
    private final AtomicReference<@Nullable Edition> latest = new AtomicReference<>();

    LiveDocument(Features features, FreshDocument fresh, ObjectProvider<OpenApiWebfluxResource> documents) {
        this.features = features;
        this.fresh = fresh;
        this.documents = documents;
    }

    /** Blocks where the document has to be made. @param request any; the document does not depend on it */
    public Edition edition(ServerHttpRequest request) {
        List<String> off = features.off();
        Edition known = latest.get();
        if (known != null && known.off().equals(off)) {
            return known;
        }
        fresh.refresh();
        Edition made = new Edition(off, read(request));
        latest.set(made);
        return made;
    }

    private JsonNode read(ServerHttpRequest request) {
        try {
            byte[] json = documents
                    .getObject()
                    .openapiJson(request, FreshDocument.PATH, Locale.getDefault())
                    .block();
            return JsonMapper.shared().readTree(Objects.requireNonNull(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
