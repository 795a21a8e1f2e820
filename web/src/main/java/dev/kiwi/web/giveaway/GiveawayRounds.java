package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.CloseEntries;
import dev.kiwi.api.giveaway.DrawGiveaway;
import dev.kiwi.api.giveaway.DueGiveaways;
import dev.kiwi.api.giveaway.ListDueGiveaways;
import dev.kiwi.api.giveaway.OpenGiveaway;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what is due, then draws what has ended (giveaways.md D); one that fails keeps no other from its turn. Blocks. */
final class GiveawayRounds {
    private static final Logger LOG = LoggerFactory.getLogger(GiveawayRounds.class);
    private static final CommandContext CONTEXT = CommandContext.system("giveaways");

    private final QueryDispatcher queries;
    private final CommandDispatcher commands;
    private final Clock clock;

    GiveawayRounds(QueryDispatcher queries, CommandDispatcher commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** @return what was done, in a line @throws IllegalStateException when some failed, which come again next time */
    String run() {
        DueGiveaways due = queries.query(new ListDueGiveaways(clock.instant()), DueGiveaways.class)
                .join();
        List<String> failed = new ArrayList<>();
        due.toOpen().forEach(id -> isolated(id, this::open, failed));
        due.toDraw().forEach(id -> isolated(id, this::draw, failed));
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Giveaways could not be opened or drawn: " + failed);
        }
        return due.toOpen().size() + " giveaways opened, " + due.toDraw().size() + " drawn";
    }

    private static void isolated(String id, Consumer<String> work, List<String> failed) {
        try {
            work.accept(id);
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause != null && Conflicts.is(cause, ErrorCode.BAD_REQUEST)) {
                // An administrator was faster.
                return;
            }
            LOG.error("Giveaway {} could not be opened or drawn", id, e);
            failed.add(id);
        }
    }

    private void open(String id) {
        commands.dispatch(new OpenGiveaway(id), CONTEXT).join();
    }

    private void draw(String id) {
        boolean closed = Boolean.TRUE.equals(commands.<Boolean>dispatch(new CloseEntries(id, true), CONTEXT)
                .join()
                .result());
        if (closed) {
            commands.dispatch(new DrawGiveaway(id), CONTEXT).join();
        }
    }
}
