package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.HandlerGates;
import dev.kiwi.web.idempotency.IdempotencyFilter;
import dev.kiwi.web.position.MinPositionFilter;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.math.BigDecimal;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Documents the request headers that filters read: for reads of a read model, and for writes. */
final class RequestHeaders implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Writes.isWrite(handler)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotencyFilter.HEADER)
                    .required(false)
                    .description("Makes a retry safe: a second request with the same key gets the answer of the first.")
                    .schema(new StringSchema().minLength(1).maxLength(IdempotencyFilter.MAX_KEY_LENGTH)));
        } else if (!HandlerGates.readsFrom(handler).isEmpty()) {
            operation.addParametersItem(new HeaderParameter()
                    .name(MinPositionFilter.HEADER)
                    .required(false)
                    .description("The Kiwi-Position header of an earlier write. The answer waits until it shows that"
                            + " write; 503 when that takes too long.")
                    .schema(new IntegerSchema().format("int64").minimum(BigDecimal.ZERO)));
        }
        return operation;
    }
}
