package dev.kiwi.bench.cluster;

import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * {@code scripts/outage-check [SECONDS]}: each store is stopped, and then paused, for 30 s under traffic. Fails when an
 * answer is neither a success nor a 503, when service is not back within 10 s, when a projection is left standing or
 * when an acknowledged token is missing.
 */
public final class OutageCheck {
    private static final int SECONDS = 30;
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Set<String> ALLOWED = Set.of("mint 201", "mint 503", "read 200", "read 503");
    /** The longest that a client may wait for any answer. */
    private static final double PATIENCE_SECONDS = 15;

    private final List<String> violations = new ArrayList<>();
    private final Duration outage;

    private OutageCheck(Duration outage) {
        this.outage = outage;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length == 0 ? SECONDS : Integer.parseInt(arguments[0]);
        System.exit(new OutageCheck(Duration.ofSeconds(seconds)).run());
    }

    private int run() throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-outage");
                Stores stores = Stores.start(scratch.directory())) {
            Path home = scratch.directory();
            Map<String, String> environment = stores.environment(home.resolve("blobs"));
            try (KiwiProcess kiwi = KiwiProcess.start(home.resolve("node"), environment, "all")) {
                check(kiwi, stores);
            }
            int verified = KiwiProcess.operate(home.resolve("verify.log"), environment, "verify");
            if (verified != 0) {
                violations.add("verify ended with " + verified);
            }
        }
        violations.forEach(violation -> System.out.println("VIOLATION " + violation));
        System.out.println(violations.size() + " violations");
        return violations.isEmpty() ? 0 : 1;
    }

    private void check(KiwiProcess kiwi, Stores stores) throws Exception {
        KiwiClient admin = KiwiClient.loggedIn(kiwi.url());
        TokenTraffic traffic = new TokenTraffic(admin, admin.withToken());
        try (traffic) {
            awaitService(traffic, admin, "the start");
            traffic.take();
            for (StoreProcess store : stores.all()) {
                during(store.name() + " stopped", traffic, admin, store::stop, store::startAgain);
                during(store.name() + " paused", traffic, admin, store::pause, store::resume);
            }
        }
        Set<String> lost = new HashSet<>(traffic.minted);
        lost.removeAll(TokenNames.of(admin));
        System.out.println(traffic.minted.size() + " tokens acknowledged, " + lost.size() + " of them lost");
        lost.forEach(name -> violations.add(name + " was acknowledged and is lost"));
    }

    private interface Act {
        void run() throws Exception;
    }

    private void during(String what, TokenTraffic traffic, KiwiClient admin, Act begin, Act end) throws Exception {
        begin.run();
        LockSupport.parkNanos(outage.toNanos());
        end.run();
        double recovered = awaitService(traffic, admin, what);
        TokenTraffic.Seen seen = traffic.take();
        System.out.printf(
                "%-18s %s, slowest answer %.1f s, back after %.1f s%n",
                what, seen.answers(), seen.slowest(), recovered);
        seen.answers().keySet().stream()
                .filter(answer -> !ALLOWED.contains(answer))
                .forEach(answer -> violations.add(what + ": " + answer));
        if (seen.slowest() > PATIENCE_SECONDS) {
            violations.add(what + ": an answer took " + seen.slowest() + " s");
        }
    }

    /** Until writes and reads succeed again and every projection is where the head is. @return seconds */
    private double awaitService(TokenTraffic traffic, KiwiClient admin, String what) {
        long begun = System.nanoTime();
        String missing = "nothing yet";
        while (System.nanoTime() - begun < 3 * RECOVERY.toNanos()) {
            missing = traffic.servedSince(begun) ? standing(admin) : "writes and reads";
            if (missing.isEmpty()) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                if (seconds > RECOVERY.toSeconds()) {
                    violations.add(what + ": service was back only after " + seconds + " s");
                }
                return seconds;
            }
            LockSupport.parkNanos(100_000_000);
        }
        violations.add(what + ": not recovered: " + missing);
        return Double.POSITIVE_INFINITY;
    }

    /** Names of the projections that do not run or have not seen the newest events but a few. */
    private static String standing(KiwiClient admin) {
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode projection : admin.get("/admin/projections").expect(200)) {
                boolean follows = projection.path("lag").asLong() < 50;
                if (!projection.path("state").asString().equals("running") || !follows) {
                    names.add(projection.path("name").asString() + " "
                            + projection.path("state").asString());
                }
            }
            return String.join(", ", names);
        } catch (IOException e) {
            return "the list of projections";
        }
    }
}
