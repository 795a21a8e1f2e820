package dev.kiwi.journey;

import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The services of others that the journeys meet: no password was ever breached, and Discord lets everybody in as somebody new. */
final class RestOfTheWorld implements AutoCloseable {
    private final HttpServer server;
    private final AtomicLong people = new AtomicLong(80_351_110_224_678_912L);

    RestOfTheWorld() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/breaches", whole(exchange -> exchange.sendResponseHeaders(200, -1)));
        server.createContext("/discord/oauth2/authorize", whole(this::letIn));
        server.createContext(
                "/discord/api/oauth2/token",
                whole(exchange -> json(
                        exchange, "{\"access_token\":\"" + form(body(exchange)).get("code") + "\"}")));
        server.createContext("/discord/api/users/@me", whole(RestOfTheWorld::tell));
        server.start();
    }

    /** What the browser fetches from Discord itself. */
    static void picture(Route route) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("image/svg+xml")
                        .setBody(
                                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path fill='#5865f2' d='M0 0h1v1H0z'/></svg>"));
    }

    String breaches() {
        return url() + "/breaches";
    }

    String discord() {
        return url() + "/discord";
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person's number is the code and the token. */
    private void letIn(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String back = asked.get("redirect_uri") + "?code=" + people.incrementAndGet() + "&state=" + asked.get("state");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void tell(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        json(
                exchange,
                "{\"id\":\"" + id + "\",\"username\":\"mira" + id + "\",\"global_name\":\"Mira\",\"avatar\":null}");
    }

    private static HttpHandler whole(HttpHandler handler) {
        return exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        };
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
