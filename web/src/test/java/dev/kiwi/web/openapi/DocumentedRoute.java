package dev.kiwi.web.openapi;

import dev.kiwi.api.token.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the OpenAPI document as a client understands who may call it.
 *
 * @param scope null where none is needed
 * @param security the schemes of which one is needed; empty text for nothing at all
 */
record DocumentedRoute(
        String method,
        String path,
        @Nullable String scope,
        List<String> security,
        boolean administrators,
        JsonNode operation) {
    static final String PASSES = "passes";
    private static final String UNKNOWN = "401";
    private static final String FORBIDDEN = "403 `forbidden`";

    /** What each caller is to be answered. */
    record Expected(
            String anonymous,
            String session,
            String superuserSession,
            String token,
            String tokenWithoutScope,
            String superuserToken) {}

    /** All operations, in the order of the document. */
    static List<DocumentedRoute> of(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(method -> of(path.getKey(), method)))
                .toList();
    }

    private static DocumentedRoute of(String path, Map.Entry<String, JsonNode> method) {
        JsonNode operation = method.getValue();
        List<String> security = operation
                .path("security")
                .valueStream()
                .flatMap(one ->
                        one.isEmpty() ? Stream.of("") : one.propertyStream().map(Map.Entry::getKey))
                .toList();
        return new DocumentedRoute(
                method.getKey().toUpperCase(Locale.ROOT),
                path,
                operation.path("x-kiwi-scope").asString(null),
                security,
                operation.path("summary").asString("").startsWith("⭐"),
                operation);
    }

    boolean isFor(Scope scope) {
        return this.scope == null || this.scope.equals(scope.key());
    }

    Expected expected() {
        boolean sessions = security.contains(GateMarks.SESSION);
        boolean tokens = security.contains(GateMarks.TOKEN);
        boolean anybody = security.contains("");
        if (anybody && !tokens) {
            return new Expected(PASSES, PASSES, PASSES, PASSES, PASSES, PASSES);
        }
        if (anybody) {
            // A session is no token; a token without the scope counts as none.
            return new Expected(PASSES, UNKNOWN, UNKNOWN, PASSES, PASSES, PASSES);
        }
        String lacking = scope == null ? PASSES : "403 `insufficient_scope` " + scope;
        String user = administrators ? FORBIDDEN : PASSES;
        return new Expected(
                UNKNOWN,
                sessions ? user : UNKNOWN,
                sessions ? PASSES : UNKNOWN,
                tokens ? user : UNKNOWN,
                tokens ? (administrators ? FORBIDDEN : lacking) : UNKNOWN,
                tokens ? PASSES : UNKNOWN);
    }
}
