package dev.kiwi.web.face;

import java.util.Map;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a page's template shows of the server's data; a context brings one for each page that needs it. */
public interface PageData {
    /** The page's name, as in {@code /static/pages/NAME.js}. */
    String page();

    /**
     * Names for the template. {@code page_title} and {@code page_description} take the place of the page's own,
     * {@code canonical_path} that of the path asked for; {@code indexed} false keeps search engines off, {@code head} is
     * HTML for the head. A 404 error makes the page one that is not there.
     *
     * @param variable what stands for the variable of the page's path, decoded; empty without one
     */
    Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange);
}
