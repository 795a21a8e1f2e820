package dev.kiwi.web.dispatch;

import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.gate.HeldRequests;
import dev.kiwi.web.position.OwnWrites;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what controllers send through; needs the three buses' beans. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {
    /** As long as a command may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Commands commands(
            CommandDispatcher dispatcher, AppliedPositions positions, OwnWrites ownWrites, HeldRequests held) {
        return new RequestCommands(dispatcher, positions, ownWrites, held);
    }

    @Bean
    Queries queries(QueryDispatcher dispatcher, OwnWrites ownWrites) {
        return new DispatchedQueries(dispatcher, ownWrites::seenBy, PATIENCE);
    }
}
