package dev.kiwi.web.giveaway;

import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.giveaway.JdbcPrizeTexts;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the leading node does for giveaways. */
@Configuration(proxyBeanMethods = false)
class GiveawayJobs {
    @Bean
    ScheduledJob giveawaysJob(QueryDispatcher queries, CommandDispatcher commands, Clock clock) {
        GiveawayRounds rounds = new GiveawayRounds(queries, commands, clock);
        return new ScheduledJob("giveaways", Duration.ofSeconds(60), rounds::run);
    }

    @Bean
    ScheduledJob prizeTextSweepJob(JdbcPrizeTexts texts) {
        return new ScheduledJob(
                "prize-text-sweep", Duration.ofDays(1), () -> texts.sweep() + " texts of unknown codes deleted");
    }
}
