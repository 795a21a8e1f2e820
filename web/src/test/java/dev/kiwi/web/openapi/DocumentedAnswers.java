package dev.kiwi.web.openapi;

import dev.kiwi.web.fixture.WholeAnswers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every answer that a test of the whole application sees against the OpenAPI document: its route, its status and
 * the shape of its body. A test that meets one that is not documented fails and says which.
 */
public final class DocumentedAnswers implements WholeAnswers.Seen {
    /** Errors that come before there is an operation, and those of the protocol. */
    private static final List<Integer> OF_NO_OPERATION = List.of(404, 405);

    /** Of any operation, by how it is asked. */
    private static final List<Integer> OF_THE_PROTOCOL = List.of(304, 405, 406);

    private static final List<MediaType> OTHER_FORMS_OF_ERRORS =
            List.of(MediaType.APPLICATION_PROBLEM_JSON, MediaType.TEXT_HTML);

    private final Supplier<JsonNode> document;
    private volatile @Nullable JsonNode known;

    /** @param document asked again where an answer does not fit, because features come and go */
    public DocumentedAnswers(Supplier<JsonNode> document) {
        this.document = document;
    }

    @Override
    public void answer(ClientRequest request, ClientResponse response, byte[] body) {
        if (!isDocumented(request.url())) {
            return;
        }
        JsonNode before = known;
        if (before != null && faults(before, request, response, body).isEmpty()) {
            return;
        }
        JsonNode now = document.get();
        known = now;
        List<String> faults = faults(now, request, response, body);
        if (!faults.isEmpty()) {
            throw new AssertionError("Not as /openapi.json says: " + String.join("; ", faults));
        }
    }

    private static List<String> faults(JsonNode document, ClientRequest request, ClientResponse response, byte[] body) {
        return faults(
                document,
                request.method().name(),
                request.url().getRawPath(),
                response.statusCode().value(),
                response.headers().contentType().orElse(null),
                plain(response, body));
    }

    private static byte[] plain(ClientResponse response, byte[] body) {
        if (!response.headers().header(HttpHeaders.CONTENT_ENCODING).contains("gzip")) {
            return body;
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDocumented(URI url) {
        String path = url.getPath();
        return path.startsWith("/v1/")
                || path.startsWith("/api/v1/")
                || path.equals("/health")
                || path.equals("/config");
    }

    /** What of an answer is not as the document says; empty when all is. */
    static List<String> faults(
            JsonNode document, String method, String path, int status, @Nullable MediaType type, byte[] body) {
        String name = method + " " + path + " answered " + status;
        Optional<JsonNode> operation = operation(document, method, path);
        if (operation.isEmpty()) {
            return OF_NO_OPERATION.contains(status) || method.equals("OPTIONS")
                    ? List.of()
                    : List.of(name + ", which is no route of it");
        }
        JsonNode answer = operation.get().path("responses").path(String.valueOf(status));
        if (answer.isMissingNode()) {
            return OF_THE_PROTOCOL.contains(status)
                    ? List.of()
                    : List.of(name + ", which is no status of the operation");
        }
        return body.length == 0 || method.equals("HEAD") ? List.of() : bodyFaults(document, answer, name, type, body);
    }

    private static List<String> bodyFaults(
            JsonNode document, JsonNode answer, String name, @Nullable MediaType type, byte[] body) {
        JsonNode content = answer.path("content");
        Optional<JsonNode> media = content.propertyStream()
                .filter(entry -> MediaType.parseMediaType(entry.getKey()).isCompatibleWith(type))
                .map(entry -> entry.getValue())
                .findFirst();
        if (media.isEmpty()) {
            boolean otherForm = OTHER_FORMS_OF_ERRORS.stream().anyMatch(form -> form.equalsTypeAndSubtype(type));
            return otherForm ? List.of() : List.of(name + " with a body of " + type);
        }
        if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        try {
            SchemaMatch.faults(
                            document,
                            media.get().path("schema"),
                            JsonMapper.shared().readTree(body))
                    .forEach(fault -> faults.add(name + ", and " + fault));
        } catch (JacksonException e) {
            faults.add(name + " with a body that is no JSON");
        }
        return faults;
    }

    private static Optional<JsonNode> operation(JsonNode document, String method, String path) {
        String key = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        PathContainer asked = PathContainer.parsePath(path);
        return document.path("paths")
                .propertyStream()
                .filter(entry -> entry.getValue().has(key))
                .map(entry -> PathPatternParser.defaultInstance.parse(entry.getKey()))
                .filter(pattern -> pattern.matches(asked))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(pattern ->
                        document.path("paths").path(pattern.getPatternString()).path(key));
    }
}
