package dev.kiwi.web.leaderboard;

import dev.kiwi.web.face.PageData;
import dev.kiwi.web.leaderboard.BoardPageSettings.Offered;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The tabs of the page of leaderboards: what is switched off has none (web.md D.3). */
@Component
class LeaderboardsPage implements PageData {
    private final BoardPageSettings settings;

    LeaderboardsPage(BoardPageSettings settings) {
        this.settings = settings;
    }

    @Override
    public String page() {
        return "leaderboards";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            Offered now = settings.now();
            return Map.of("cheaters", now.cheaterDetectionEnabled(), "clusters", now.altClustersEnabled());
        });
    }
}
