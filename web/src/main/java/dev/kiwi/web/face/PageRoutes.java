package dev.kiwi.web.face;

import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The routes of pages and of the files that they load. */
final class PageRoutes {
    private final PageRenderer renderer;
    private final Assets assets;
    private final BlockingWork blocking;
    private final Map<String, PageData> data;

    PageRoutes(PageRenderer renderer, Assets assets, BlockingWork blocking, List<PageData> data) {
        this.renderer = renderer;
        this.assets = assets;
        this.blocking = blocking;
        this.data = data.stream().collect(Collectors.toMap(PageData::page, Function.identity()));
    }

    RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        SitePage.ALL.forEach(page -> routes.route(
                reads(page.path()), request -> Mono.just(new Written(exchange -> page(page, request, exchange)))));
        routes.route(
                reads("/static/{*name}"),
                request -> Mono.just(new Written(
                        exchange -> assets.answer(request.pathVariable("name").substring(1), exchange))));
        routes.route(
                reads("/favicon.svg"), request -> Mono.just(new Written(e -> assets.answer("design/mark.svg", e))));
        routes.route(
                reads("/favicon.ico"), request -> Mono.just(new Written(e -> assets.answer("design/mark.svg", e))));
        return routes.build();
    }

    private static RequestPredicate reads(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private Mono<Void> page(SitePage page, ServerRequest request, ServerWebExchange exchange) {
        PageData source = data.get(page.name());
        String variable = request.pathVariables().values().stream().findFirst().orElse("");
        Mono<Map<String, Object>> shown = source == null ? Mono.just(Map.of()) : source.of(variable, exchange);
        return shown.flatMap(names -> blocking.call(() -> renderer.page(page, names, exchange)))
                .flatMap(html -> Assets.write(html, exchange));
    }
}
