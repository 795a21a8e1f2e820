package dev.kiwi.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Shows an example of each body: class-path resource {@code openapi/examples/<operationId>.<status>.json}, or
 * {@code .request.json}. Files, because an example on a method would replace the schema that is derived from it.
 */
final class Examples implements OpenApiCustomizer {
    static final String FOLDER = "openapi/examples/";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(this::addTo);
        }
    }

    private void addTo(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), id + ".request.json");
        }
        operation.getResponses().forEach((status, response) -> add(response.getContent(), id + "." + status + ".json"));
    }

    private void add(@Nullable Content content, String file) {
        if (content != null) {
            // Another form than JSON has its own.
            read(file)
                    .ifPresent(example -> content.values().stream()
                            .filter(type -> type.getExample() == null)
                            .forEach(type -> type.example(example)));
        }
    }

    private Optional<JsonNode> read(String file) {
        try (InputStream stream = Examples.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return stream == null ? Optional.empty() : Optional.of(json.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("The example " + file + " cannot be read", e);
        }
    }
}
