package dev.kiwi.web.demo;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.status.Environment;
import dev.kiwi.api.status.GetStatusHistory;
import dev.kiwi.api.status.RecordServerStatus;
import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.api.status.Verdict;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Servers that were up but for a patch each week and one bad night. First of all, before a probe finds what is now. */
@Component
@Order(1)
final class DemoStatus implements DemoPart {
    private static final int LONGEST_HISTORY = 90;
    private static final Duration PATCH = Duration.ofMinutes(95);
    private static final Duration BAD_NIGHT = Duration.ofMinutes(42);

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    DemoStatus(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void load(Instant now, Duration history) {
        for (Environment environment : Environment.values()) {
            if (isUnknown(environment, now)) {
                record(environment, Verdict.ONLINE, now.minus(history));
                outages(environment, now, history);
            }
        }
    }

    private boolean isUnknown(Environment environment, Instant now) {
        return queries.query(new GetStatusHistory(environment, LONGEST_HISTORY, now), StatusHistory.class)
                .join()
                .segments()
                .isEmpty();
    }

    private void outages(Environment environment, Instant now, Duration history) {
        for (long days = history.toDays() - 2; days > 0; days--) {
            Instant begin = now.minus(Duration.ofDays(days)).plus(Duration.ofHours(3));
            if (days % 7 == 4) {
                outage(environment, Verdict.MAINTENANCE, begin, PATCH);
            } else if (days == 2 && environment != Environment.US) {
                outage(environment, Verdict.DOWN, begin, BAD_NIGHT);
            }
        }
    }

    private void outage(Environment environment, Verdict verdict, Instant begin, Duration length) {
        record(environment, verdict, begin);
        record(environment, Verdict.ONLINE, begin.plus(length));
    }

    private void record(Environment environment, Verdict verdict, Instant at) {
        commands.dispatch(new RecordServerStatus(environment, verdict, at), CommandContext.system("demo"))
                .join();
    }
}
