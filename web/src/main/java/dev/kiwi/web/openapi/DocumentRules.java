package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.Features;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Rules for the whole document: the error envelope everywhere, nothing of a feature that is off. */
final class DocumentRules implements OpenApiCustomizer {
    private static final String ENVELOPE = "ErrorEnvelope";
    private static final Map<String, String> ERRORS = Map.of(
            "400", "The input makes no sense",
            "401", "A valid credential is missing",
            "403", "Not allowed",
            "404", "Not there",
            "422", "The input does not match the schema",
            "429", "A rate limit is used up");

    private final Features features;

    DocumentRules(Features features) {
        this.features = features;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas(ENVELOPE, envelope());
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().keySet().removeIf(path -> !features.isOn(path));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(DocumentRules::addErrors);
    }

    private static void addErrors(Operation operation) {
        ERRORS.forEach((status, why) -> operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(why)
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType().schema(new Schema<>().$ref(ENVELOPE))))));
    }

    private static Schema<?> envelope() {
        Schema<?> error = new ObjectSchema()
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema())
                .addProperty("details", new Schema<>())
                .addProperty("request_id", new StringSchema())
                .required(List.of("code", "message", "details", "request_id"));
        return new ObjectSchema().addProperty("error", error).required(List.of("error"));
    }
}
