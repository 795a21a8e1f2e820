package dev.kiwi.web.token;

import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the leading node look after tokens; each sweep is a job of its own, so that one's failure stops no other. */
@Configuration(proxyBeanMethods = false)
class TokenSweepConfiguration {
    private static final Duration DAILY = Duration.ofDays(1);
    /** Only tidies up: that an overlap is over is judged at each use. */
    private static final Duration OVERLAPS = Duration.ofMinutes(10);

    @Bean
    TokenSweeps tokenSweeps(
            QueryDispatcher queries,
            CommandDispatcher commands,
            Clock clock,
            @Value("${TOKEN_INACTIVITY_REVOKE_DAYS:182}") int inactivityDays,
            @Value("${TOKEN_EXPIRY_WARNING_DAYS:7}") int warningDays,
            @Value("${SECURITY_EMAIL_NOTIFICATIONS:true}") boolean notifications) {
        return new TokenSweeps(
                queries,
                commands,
                clock,
                new TokenSweepSettings(Duration.ofDays(inactivityDays), Duration.ofDays(warningDays), notifications));
    }

    @Bean
    ScheduledJob tokenInactivity(TokenSweeps sweeps) {
        return new ScheduledJob("token-inactivity", DAILY, sweeps::revokeInactive);
    }

    @Bean
    ScheduledJob tokenExpiry(TokenSweeps sweeps) {
        return new ScheduledJob("token-expiry", DAILY, sweeps::warnOfExpiry);
    }

    @Bean
    ScheduledJob tokenOverlap(TokenSweeps sweeps) {
        return new ScheduledJob("token-overlap", OVERLAPS, sweeps::retireOldSecrets);
    }
}
