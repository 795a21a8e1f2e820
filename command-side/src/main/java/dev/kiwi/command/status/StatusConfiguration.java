package dev.kiwi.command.status;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.SystemLookup;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The status context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Bean
    AggregateDefinition<WatchedServer> watchedServerAggregate() {
        return new AggregateDefinition<>(WatchedServer.class, 0);
    }

    @Bean
    Prober prober(
            BoundedHttp http,
            RuntimeSettings settings,
            DataSource dataSource,
            CommandDispatcher commands,
            Clock clock,
            @Value("${UPSTREAM_TROVE_LOGIN_URL:https://auth.trionworlds.com/}") URI gateway) {
        return new Prober(
                new AuthProbe(http, gateway, AuthProbe.ANSWERS, PATIENCE),
                // The bytes are no secret: they only have to differ.
                new GameProbe(
                        new SystemLookup(), () -> ThreadLocalRandom.current().nextLong(), PATIENCE),
                new ProbeSettings(settings),
                new ServerStatusTable(dataSource),
                commands,
                clock);
    }

    @Bean
    ScheduledJob serverStatus(Prober prober, @Value("${STATUS_PROBER_ENABLED:true}") boolean enabled) {
        return new ScheduledJob(
                "server-status", EVERY, () -> enabled ? prober.cycle() : "switched off (STATUS_PROBER_ENABLED)");
    }
}
