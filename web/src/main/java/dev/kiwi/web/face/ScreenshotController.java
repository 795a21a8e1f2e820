package dev.kiwi.web.face;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pictures of the home page's slides (web.md D.2): whatever lies in {@code static/trove-screens}. */
@RestController
@Gate(Gate.Kind.OPEN)
class ScreenshotController {
    private static final String FOLDER = "static/trove-screens";
    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(webp|png|jpe?g|gif)");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Mono<Screenshots> found;

    ScreenshotController(FaceFiles files, BlockingWork blocking) {
        this.found = blocking.call(() -> found(files)).cache(MINUTE);
    }

    /** @param screenshots addresses, sorted */
    record Screenshots(List<String> screenshots, int count) {}

    @GetMapping("/site/screenshots.json")
    Mono<Screenshots> screenshots(ServerWebExchange exchange) {
        exchange.getResponse()
                .getHeaders()
                .setCacheControl(CacheControl.maxAge(MINUTE).cachePublic());
        return found;
    }

    private static Screenshots found(FaceFiles files) {
        List<String> urls = files.list(FOLDER).stream()
                .filter(PICTURE.asMatchPredicate())
                .map(name -> "/" + FOLDER + "/" + name)
                .toList();
        return new Screenshots(urls, urls.size());
    }
}
