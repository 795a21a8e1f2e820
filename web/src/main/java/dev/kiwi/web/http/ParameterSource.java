package dev.kiwi.web.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a handler's parameter comes from and what clients call it. */
final class ParameterSource {
    private ParameterSource() {}

    /** {@code body}, {@code path}, {@code header}, or {@code query} for all others. */
    static String of(@Nullable MethodParameter parameter) {
        if (parameter == null || parameter.hasParameterAnnotation(RequestBody.class)) {
            return "body";
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return "path";
        }
        boolean header = parameter.hasParameterAnnotation(RequestHeader.class)
                || parameter.hasParameterAnnotation(CookieValue.class);
        return header ? "header" : "query";
    }

    static String name(MethodParameter parameter) {
        String named = annotatedName(parameter);
        if (!named.isEmpty()) {
            return named;
        }
        String own = parameter.getParameter().getName();
        return own == null ? "" : own;
    }

    private static String annotatedName(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return query.name().isEmpty() ? query.value() : query.name();
        }
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return path.name().isEmpty() ? path.value() : path.name();
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header == null ? "" : header.name().isEmpty() ? header.value() : header.name();
    }
}
