package dev.kiwi.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.HandlerGates;
import dev.kiwi.web.http.ErrorExample;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** The errors that an operation can answer with. A description that a handler gives for a status stays. */
final class ErrorResponses implements OperationCustomizer {
    private static final Map<Integer, String> EVERYWHERE = Map.of(
            400, "The input makes no sense",
            401, "A valid credential is missing",
            403, "Not allowed",
            404, "Not there",
            422, "The input does not match the schema; details say where",
            429, "A rate limit is used up; Retry-After says for how long");

    // Keeps nulls, which the document's mapper drops.
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        EVERYWHERE.forEach((status, why) -> add(operation, status, why));
        if (Writes.isWrite(handler) || operation.getResponses().containsKey("409")) {
            add(operation, 409, "In conflict with what is there, or with a request of the same Idempotency-Key");
        }
        if (operation.getRequestBody() != null) {
            add(operation, 413, "The body is too large");
        }
        if (operation.getResponses().containsKey("502")) {
            add(operation, 502, "A service of others gives no answer");
        }
        Gate gate = HandlerGates.gate(handler);
        if (gate != null && gate.value() != Gate.Kind.OPEN) {
            add(operation, 503, "Not available for the moment; Retry-After says when to try again");
        }
        return operation;
    }

    private void add(Operation operation, int status, String why) {
        ApiResponse response = operation.getResponses().computeIfAbsent(String.valueOf(status), _ -> new ApiResponse());
        if (response.getDescription() == null) {
            response.description(why);
        }
        response.content(new Content()
                .addMediaType(
                        "application/json",
                        new MediaType()
                                .schema(new Schema<>().$ref(DocumentRules.ENVELOPE))
                                .example(json.valueToTree(ErrorExample.of(status)))));
    }
}
