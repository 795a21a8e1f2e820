package dev.kiwi.web.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.projection.leaderboard.cheater.CheaterPass;
import dev.kiwi.projection.leaderboard.cheater.CheaterSettings;
import dev.kiwi.projection.leaderboard.rename.RenamePass;
import dev.kiwi.projection.leaderboard.rename.RenameSettings;
import dev.kiwi.projection.leaderboard.total.TotalsFold;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is made of captures after they are served, on the leading node (ADR 0031). */
@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {
    static final String CHEATERS = "leaderboard-cheaters";
    static final String TOTALS = "leaderboard-totals";
    static final String RENAMES = "leaderboard-renames";

    /** How long a change of settings waits; a capture is told of at once. A look that finds nothing new costs a few small queries. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    @Bean
    CheaterPass cheaterPass(DataSource dataSource, RuntimeSettings settings, Clock clock) {
        return new CheaterPass(dataSource, CheaterSettings.of(settings), clock);
    }

    @Bean
    ScheduledJob cheaterJob(CheaterPass pass) {
        return new ScheduledJob(CHEATERS, LOOK, pass::run);
    }

    @Bean
    ScheduledJob totalsJob(DataSource dataSource) {
        TotalsFold fold = new TotalsFold(dataSource);
        return new ScheduledJob(TOTALS, LOOK, fold::run);
    }

    @Bean
    ScheduledJob renamesJob(DataSource dataSource, RuntimeSettings settings, Clock clock) {
        RenamePass pass = new RenamePass(dataSource, RenameSettings.of(settings), clock);
        return new ScheduledJob(RENAMES, LOOK, pass::run);
    }
}
