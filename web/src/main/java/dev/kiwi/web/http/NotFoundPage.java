package dev.kiwi.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** The page for a browser that asks for what no route serves (platform.md 1.7). */
final class NotFoundPage {
    private final byte[] html = read();

    byte[] html() {
        return html.clone();
    }

    boolean suits(ServerWebExchange exchange, Throwable error) {
        HttpMethod method = exchange.getRequest().getMethod();
        boolean routing = error instanceof ResponseStatusException status
                && status.getStatusCode().value() == 404
                && !(exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod);
        return routing
                && (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && !SitePaths.isMachine(exchange.getRequest().getPath().value())
                && exchange.getRequest().getHeaders().getAccept().stream()
                        .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static byte[] read() {
        try (InputStream page = NotFoundPage.class.getResourceAsStream("not-found.html")) {
            return Objects.requireNonNull(page, "not-found.html").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
