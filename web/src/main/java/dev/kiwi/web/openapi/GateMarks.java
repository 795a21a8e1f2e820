package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.HandlerGates;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says in each operation who may call it: from the same annotation that enforces it. */
final class GateMarks implements OperationCustomizer {
    static final String SESSION = "SessionJWT";
    static final String TOKEN = "APIToken";
    static final String SITE_SESSION = "SiteSessionJWT";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Gate gate = HandlerGates.gate(handler);
        if (gate == null) {
            return operation;
        }
        if (!gate.scope().isEmpty()) {
            operation.addExtension("x-kiwi-scope", gate.scope());
        }
        return switch (gate.value()) {
            case OPEN -> secured(tokenless(operation), List.of(new SecurityRequirement()));
            case PUBLIC -> secured(tokenless(operation), List.of(new SecurityRequirement(), needs(TOKEN)));
            case SCOPE, TOKEN -> secured(operation, List.of(needs(TOKEN)));
            case SESSION -> secured(operation, List.of(needs(SESSION)));
            case SUPERUSER_SESSION -> secured(master(operation), List.of(needs(SESSION)));
            case SUPERUSER_TOKEN -> secured(master(operation), List.of(needs(TOKEN)));
            case MASTER_INGEST -> secured(master(operation), List.of(needs(TOKEN), needs(SESSION)));
            case SITE_SESSION -> secured(operation, List.of(needs(SITE_SESSION)));
            case SITE_VIEWER -> secured(tokenless(operation), List.of(new SecurityRequirement(), needs(SITE_SESSION)));
        };
    }

    private static Operation tokenless(Operation operation) {
        return marked(operation, "🔓", "Works without a token.");
    }

    private static Operation master(Operation operation) {
        return marked(operation, "⭐", "For administrators only.");
    }

    private static Operation marked(Operation operation, String mark, String note) {
        String summary = operation.getSummary() == null ? operation.getOperationId() : operation.getSummary();
        String description = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        return operation.summary(mark + " " + summary).description(description + mark + " " + note);
    }

    private static Operation secured(Operation operation, List<SecurityRequirement> security) {
        return operation.security(security);
    }

    private static SecurityRequirement needs(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }
}
