package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.siteuser.ExpireSiteSession;
import dev.kiwi.api.siteuser.ExpiredSiteSessions;
import dev.kiwi.api.siteuser.FindExpiredSiteSessions;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions whose time is over. That they are refused does not depend on it: expiry is judged at use. */
@Configuration(proxyBeanMethods = false)
class SiteSessionExpiry {
    private static final int AT_ONCE = 2_000;
    private static final CommandContext CONTEXT = CommandContext.system("site-session-expiry");

    @Bean
    ScheduledJob siteSessionExpiryJob(QueryDispatcher queries, CommandDispatcher commands) {
        return new ScheduledJob("site-session-expiry", Duration.ofHours(1), () -> {
            List<ExpireSiteSession> due = queries.query(new FindExpiredSiteSessions(AT_ONCE), ExpiredSiteSessions.class)
                    .join()
                    .items();
            due.forEach(expire -> commands.dispatch(expire, CONTEXT).join());
            return due.size() + " expired sessions forgotten";
        });
    }
}
