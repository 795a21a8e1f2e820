package dev.kiwi.web.http;

import dev.kiwi.api.kernel.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error as envelope, as RFC 9457 problem where that was asked for, or as a page for a lost browser. */
public final class ErrorWriter {
    private final JsonMapper json;
    private final NotFoundPage notFoundPage;

    public ErrorWriter(JsonMapper json) {
        this.json = json;
        this.notFoundPage = new NotFoundPage();
    }

    Mono<Void> write(ServerWebExchange exchange, ErrorAnswer answer, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        HttpHeaders headers = response.getHeaders();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_DISPOSITION);
        headers.remove(HttpHeaders.ETAG);
        // What was said of the answer is not said of its absence.
        headers.remove(HttpHeaders.CACHE_CONTROL);
        addHeaders(headers, answer, error);
        if (notFoundPage.suits(exchange, error)) {
            return send(response, MediaType.TEXT_HTML, notFoundPage.html());
        }
        boolean problem = exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(MediaType.APPLICATION_PROBLEM_JSON::equalsTypeAndSubtype);
        String id = RequestId.of(exchange);
        return problem
                ? send(response, MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(problem(answer, id)))
                : send(response, MediaType.APPLICATION_JSON, json.writeValueAsBytes(envelope(answer, id)));
    }

    private static void addHeaders(HttpHeaders headers, ErrorAnswer answer, Throwable error) {
        if (answer.code() == ErrorCode.NOT_AUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (answer.status() == 503 && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        if (answer.details() instanceof Map<?, ?> details && details.get("retry_after") instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds.longValue())));
        }
        if (error instanceof MethodNotAllowedException e) {
            headers.set(
                    HttpHeaders.ALLOW,
                    e.getSupportedMethods().stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
        }
    }

    static Map<String, Object> envelope(ErrorAnswer answer, String requestId) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", answer.code().slug());
        error.put("message", answer.message());
        error.put("details", answer.details());
        error.put("request_id", requestId);
        return Map.of("error", error);
    }

    private static Map<String, Object> problem(ErrorAnswer answer, String requestId) {
        HttpStatus status = HttpStatus.resolve(answer.status());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:kiwi:error:" + answer.code().slug());
        problem.put("title", status == null ? "Error" : status.getReasonPhrase());
        problem.put("status", answer.status());
        problem.put("detail", answer.message());
        problem.put("code", answer.code().slug());
        problem.put("details", answer.details());
        problem.put("request_id", requestId);
        return problem;
    }

    private static Mono<Void> send(ServerHttpResponse response, MediaType type, byte[] body) {
        response.getHeaders().setContentType(type == MediaType.TEXT_HTML ? HTML : type);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
}
