package dev.kiwi.web.http;

import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The path as the router reads it, decoded and without parameters. Whoever decides by a path before the router asks for
 * this one, so that no other spelling gets around the decision.
 */
public final class RoutedPath {
    private RoutedPath() {}

    public static String of(ServerHttpRequest request) {
        RequestPath path = request.getPath();
        String written = path.value();
        return written.indexOf('%') < 0 && written.indexOf(';') < 0
                ? written
                : path.elements().stream()
                        .map(part -> part instanceof PathSegment segment ? segment.valueToMatch() : part.value())
                        .collect(Collectors.joining());
    }
}
