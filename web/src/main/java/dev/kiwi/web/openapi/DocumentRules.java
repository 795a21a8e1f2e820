package dev.kiwi.web.openapi;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.web.gate.Features;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Rules for the whole document: the schema of the error envelope, nothing of a feature that is off. */
final class DocumentRules implements OpenApiCustomizer {
    static final String ENVELOPE = "ErrorEnvelope";
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
    }

    private static Schema<?> envelope() {
        Schema<?> error = new ObjectSchema()
                .addProperty("code", new StringSchema()._enum(codes()).description("what programs branch on"))
                .addProperty("message", new StringSchema().description("for people"))
                .addProperty("details", new Schema<>().description("what the code says more; null for nothing"))
                .addProperty(
                        "request_id", new StringSchema().description("also in the X-Request-ID header and our log"))
                .required(List.of("code", "message", "details", "request_id"));
        return new ObjectSchema().addProperty("error", error).required(List.of("error"));
    }

    private static List<String> codes() {
        return Arrays.stream(ErrorCode.values()).map(ErrorCode::slug).toList();
    }
}
