package dev.kiwi.web.openapi;

import dev.kiwi.web.paging.CursorQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Documents {@code cursor} and {@code limit} of handlers that take {@link CursorQuery}. */
final class CursorParameters implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean paged = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == CursorQuery.class);
        if (paged) {
            operation.addParametersItem(new QueryParameter()
                    .name("cursor")
                    .description("next_cursor of the page before")
                    .schema(new StringSchema()));
            operation.addParametersItem(new QueryParameter()
                    .name("limit")
                    .schema(new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(CursorQuery.MAX_LIMIT))
                            ._default(CursorQuery.DEFAULT_LIMIT)));
        }
        return operation;
    }
}
