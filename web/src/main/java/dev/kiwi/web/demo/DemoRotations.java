package dev.kiwi.web.demo;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.rotation.CaptureChallenge;
import dev.kiwi.api.rotation.CaptureChaosChest;
import dev.kiwi.api.rotation.ChallengeWindow;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.GetChallengeHistory;
import dev.kiwi.api.rotation.GetChallengeHistory.ChallengeHistory;
import dev.kiwi.api.rotation.GetChaosChestHistory;
import dev.kiwi.api.rotation.GetChaosChestHistory.ChaosChestHistory;
import dev.kiwi.api.rotation.GetLuxionHistory;
import dev.kiwi.api.rotation.GetLuxionHistory.LuxionHistory;
import dev.kiwi.api.rotation.ReportLuxionSighting;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What bots would have seen: chaos chests, hourly challenges, and Luxion now and a fortnight ago. */
@Component
@Order(2)
final class DemoRotations implements DemoPart {
    private static final long SEED = 7;
    private static final List<String> CHESTS = List.of(
            "Shadow Knight's Chest",
            "Chest of the Deep",
            "Neon City Crate",
            "Candorian Coffer",
            "Frostbound Strongbox");
    private static final List<String> CHALLENGES = List.of(
            "Collection Challenge",
            "RAMPAGE ALERT!",
            "Racing Challenge",
            "Target Challenge",
            "Tomb of the Forgotten",
            "Candy Caverns",
            "Frozen Keep");

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    DemoRotations(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void load(Instant now, Duration history) {
        Instant from = now.minus(history);
        chests(from, now);
        challenges(from, now);
        luxion(from, now);
    }

    private void chests(Instant from, Instant now) {
        if (queries.query(new GetChaosChestHistory(1, 0), ChaosChestHistory.class)
                        .join()
                        .total()
                > 0) {
            return;
        }
        for (long week = GameCycle.CHAOS_CHEST.index(from.getEpochSecond());
                week <= GameCycle.CHAOS_CHEST.index(now.getEpochSecond());
                week++) {
            Instant seen =
                    Instant.ofEpochSecond(GameCycle.CHAOS_CHEST.window(week).startsAt() + 600);
            file(new CaptureChaosChest(pick(CHESTS, week), seen.isAfter(now) ? now : seen));
        }
    }

    private void challenges(Instant from, Instant now) {
        if (queries.query(new GetChallengeHistory(1, 0), ChallengeHistory.class)
                        .join()
                        .total()
                > 0) {
            return;
        }
        long end = now.getEpochSecond();
        long start = ChallengeWindow.at(from.getEpochSecond()).next();
        while (start <= end) {
            file(new CaptureChallenge(pick(CHALLENGES, start / 1_800), Instant.ofEpochSecond(start)));
            start = ChallengeWindow.at(start).next();
        }
    }

    private void luxion(Instant from, Instant now) {
        if (queries.query(new GetLuxionHistory(1, 0), LuxionHistory.class)
                        .join()
                        .total()
                == 0) {
            file(new ReportLuxionSighting(from));
            file(new ReportLuxionSighting(now.minus(Duration.ofDays(2))));
        }
    }

    private static String pick(List<String> names, long turn) {
        return names.get((int) (Mix.unit(SEED, turn, 0) * names.size()));
    }

    private void file(Object command) {
        commands.dispatch(command, CommandContext.system("demo")).join();
    }
}
