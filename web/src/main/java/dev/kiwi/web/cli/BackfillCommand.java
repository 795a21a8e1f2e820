package dev.kiwi.web.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Files a folder of saved dumps, oldest first. Every few of them it waits until the reads serve all, so that the server
 * is never far behind. What the server has is skipped: after a break the same command goes on.
 */
final class BackfillCommand {
    private static final int UNDER_WAY = 4;
    private static final int PAGE = 10_000;
    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AdminClient admin;
    private final ProgressBar bar = new ProgressBar(System.err, System.console() != null);

    BackfillCommand(AdminClient admin) {
        this.admin = admin;
    }

    static int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        if (arguments.size() != 2 || !arguments.getFirst().equals("leaderboards")) {
            throw new Failure("Usage: kiwi backfill leaderboards DIR [--data DIR]");
        }
        return new BackfillCommand(AdminClient.of(invocation)).run(Path.of(arguments.get(1)));
    }

    int run(Path folder) {
        Set<Long> held = held();
        List<SavedDump> saved = SavedDump.in(folder, System.currentTimeMillis() / 1000);
        List<SavedDump> missing =
                saved.stream().filter(dump -> !held.contains(dump.anchor())).toList();
        if (saved.isEmpty()) {
            throw new Failure("No dumps named <unix second>.cfg or .cfg.gz in " + folder);
        }
        long start = System.nanoTime();
        for (int done = 0; done < missing.size(); done++) {
            bar.show(ProgressBar.Progress.of(done, missing.size(), System.nanoTime() - start), "dumps");
            boolean last = done == missing.size() - 1;
            file(missing.get(done), last || done % UNDER_WAY == UNDER_WAY - 1);
        }
        bar.show(ProgressBar.Progress.of(missing.size(), missing.size(), System.nanoTime() - start), "dumps");
        bar.end();
        System.out.println(
                "filed " + missing.size() + ", skipped " + (saved.size() - missing.size()) + " that the server has");
        return 0;
    }

    private Set<Long> held() {
        Set<Long> anchors = new HashSet<>();
        JsonNode after = null;
        do {
            long from = after == null ? 0 : after.longValue();
            JsonNode page = admin.get("/admin/leaderboards/captures?limit=" + PAGE + "&after=" + from);
            page.path("items").forEach(item -> anchors.add(item.path("anchor").longValue()));
            after = page.path("next_after");
        } while (after.isNumber());
        return anchors;
    }

    /** @param served whether to wait until the reads serve it */
    private void file(SavedDump dump, boolean served) {
        String path = "/v1/leaderboards/insert?backfill=true&sync=" + served + "&timestamp=" + dump.anchor();
        for (int attempt = 1; ; attempt++) {
            AdminClient.Answer answer = admin.postFile(path, "LeaderBot.cfg", dump::open);
            if (answer.isBusy() && attempt < TRIES) {
                LockSupport.parkNanos(PAUSE.toNanos());
                continue;
            }
            if (!answer.isSuccess() || !answer.body().path("accepted").booleanValue(false)) {
                bar.end();
                throw new Failure(
                        dump.path() + " was not filed: " + answer.body() + ". The same command goes on from here.");
            }
            return;
        }
    }
}
