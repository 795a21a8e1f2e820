package dev.kiwi.web.activity;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.web.face.PageData;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A link to a period of the chart says which one it shows (web.md D.8). */
@Component
class ActivityOnPage implements PageData {
    @Override
    public String page() {
        return "activity";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        String asked = exchange.getRequest().getQueryParams().getFirst("period");
        return Mono.just(asked == null ? Map.of("period", "7d") : shown(ActivityPeriod.of(asked)));
    }

    private static Map<String, Object> shown(ActivityPeriod period) {
        String words = words(period);
        return Map.of(
                "period",
                period.text(),
                "page_title",
                "Trove players, " + words,
                "page_description",
                "Active Trove players, " + words
                        + ": the chart of the period with its peak, its average and its quietest " + "time.",
                "og_image",
                "/activity/og.png?period=" + period.text());
    }

    private static String words(ActivityPeriod period) {
        return switch (period) {
            case DAY -> "the last 24 hours";
            case WEEK -> "the last 7 days";
            case MONTH -> "the last month";
            case QUARTER -> "the last 3 months";
            case HALF -> "the last 6 months";
            case YEAR -> "the last year";
            case ALL -> "all that is recorded";
        };
    }
}
