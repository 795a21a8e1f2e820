package dev.kiwi.web.session;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.session.ExpireSession;
import dev.kiwi.api.session.ExpiredSessions;
import dev.kiwi.api.session.FindExpiredSessions;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions whose time is over. That they are refused does not depend on it: expiry is judged at use. */
@Configuration(proxyBeanMethods = false)
class SessionExpiry {
    private static final int AT_ONCE = 2_000;
    private static final CommandContext CONTEXT = CommandContext.system("session-expiry");

    @Bean
    ScheduledJob sessionExpiryJob(QueryDispatcher queries, CommandDispatcher commands) {
        return new ScheduledJob("session-expiry", Duration.ofHours(1), () -> {
            List<ExpireSession> due = queries.query(new FindExpiredSessions(AT_ONCE), ExpiredSessions.class)
                    .join()
                    .items();
            due.forEach(expire -> commands.dispatch(expire, CONTEXT).join());
            return due.size() + " expired sessions forgotten";
        });
    }
}
