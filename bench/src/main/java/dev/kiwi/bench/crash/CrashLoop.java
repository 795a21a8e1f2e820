package dev.kiwi.bench.crash;

import dev.kiwi.bench.dump.SampleDump;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code scripts/crash-loop [N]}: starts Kiwi on a fresh data directory, lets bots mint, revoke and post dumps, kills it
 * with -9 at a random moment, starts it again and checks everything that was acknowledged; N times. Ends with a clean
 * stop and {@code verify}.
 */
public final class CrashLoop {
    private static final int ROUNDS = 20;
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 3_000;
    /** Anchors are minutes, two days back, so that none is in the future and none pays the archive bucket. */
    private static final long DAY = 86_400;

    private final Ledger ledger = new Ledger();
    private final AtomicInteger nextCapture = new AtomicInteger();
    private final long firstAnchor = SampleDump.defaultAnchor(Clock.systemUTC()) + 2 * DAY;
    private final List<String> violations = new ArrayList<>();
    private final Random random = new Random();
    private final Path data;
    private final Path scratch;
    private double slowestCatchUp;
    private double slowestStart;

    private CrashLoop(Path scratch) {
        this.scratch = scratch;
        this.data = scratch.resolve("data");
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        Scratch scratch = Scratch.make("kiwi-crash");
        int status = new CrashLoop(scratch.directory()).run(rounds);
        if (status == 0) {
            scratch.close();
        } else {
            System.err.println("Kept for inspection: " + scratch.directory());
        }
        System.exit(status);
    }

    private int run(int rounds) throws IOException, InterruptedException {
        Set<Long> checked = new HashSet<>();
        for (int round = 1; round <= rounds; round++) {
            KiwiProcess kiwi = KiwiProcess.start(data);
            KiwiClient client = KiwiClient.loggedIn(kiwi.url());
            audit(kiwi, client, checked);
            int before = ledger.acknowledged();
            int millis = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
            Load load = new Load(client, ledger, firstAnchor, nextCapture, scratch);
            LockSupport.parkNanos(millis * 1_000_000L);
            kiwi.kill();
            load.close();
            System.err.printf(
                    "round %d: ready after %.1f s, killed after %d ms, %d acknowledged, %d violations%n",
                    round, kiwi.readySeconds(), millis, ledger.acknowledged() - before, violations.size());
        }
        try (KiwiProcess kiwi = KiwiProcess.start(data)) {
            checked.clear();
            audit(kiwi, KiwiClient.loggedIn(kiwi.url()), checked);
        }
        boolean sound = KiwiProcess.operate(scratch.resolve("verify.log"), "verify", "--data", data.toString()) == 0;
        return report(rounds, sound);
    }

    private void audit(KiwiProcess kiwi, KiwiClient client, Set<Long> checked) throws IOException {
        slowestStart = Math.max(slowestStart, kiwi.readySeconds());
        Audit audit = new Audit(client, client.withToken(), ledger);
        slowestCatchUp = Math.max(slowestCatchUp, audit.awaitProjections());
        Set<Long> fresh = new HashSet<>(ledger.posted.keySet());
        fresh.removeAll(checked);
        try {
            audit.tokens();
            audit.captures(fresh);
        } catch (IOException e) {
            kiwi.dumpThreads(scratch.resolve("threads.txt"));
            violations.add(e.getMessage());
            System.err.println("  VIOLATION: " + e.getMessage() + " (threads in " + scratch + ")");
        }
        checked.addAll(fresh);
        audit.violations().forEach(violation -> System.err.println("  VIOLATION: " + violation));
        violations.addAll(audit.violations());
    }

    private int report(int rounds, boolean sound) {
        boolean well = sound && violations.isEmpty() && ledger.acknowledged() > 0;
        System.out.printf(
                "crash-loop: %s; %d kills; %d mints, %d revocations, %d dumps acknowledged of %d posted;"
                        + " %d violations; chain %s; slowest start %.1f s, catch-up %.1f s%n",
                well ? "PASSED" : "FAILED",
                rounds,
                ledger.minted.size(),
                ledger.revoked.size(),
                ledger.ingested.size(),
                ledger.posted.size(),
                violations.size(),
                sound ? "whole" : "BROKEN",
                slowestStart,
                slowestCatchUp);
        return well ? 0 : 1;
    }
}
