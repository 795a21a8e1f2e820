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
 * {@code scripts/cluster-check}: two API nodes and two projector nodes on shared stores. A token revoked through one API
 * node is refused by the other within 200 ms; timers of one moment are the same bytes from both; a token's window holds
 * exactly over both; each projector is killed in turn under traffic, and the other takes over within 15 s; nothing
 * acknowledged is lost.
 */
public final class ClusterCheck {
    private static final int REVOCATIONS = 10;
    private static final long REVOKED_WITHIN_MS = 200;
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(15);

    private final List<String> violations = new ArrayList<>();

    private ClusterCheck() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new ClusterCheck().run());
    }

    private int run() throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-cluster");
                Stores stores = Stores.start(scratch.directory())) {
            check(scratch.directory(), stores.environment(scratch.directory().resolve("blobs")));
        }
        violations.forEach(violation -> System.out.println("VIOLATION " + violation));
        System.out.println(violations.size() + " violations");
        return violations.isEmpty() ? 0 : 1;
    }

    private void check(Path home, Map<String, String> environment) throws Exception {
        KiwiProcess projector = KiwiProcess.start(home.resolve("projector-1"), environment, "projector");
        try (KiwiProcess one = KiwiProcess.start(home.resolve("api-1"), environment, "api");
                KiwiProcess two = KiwiProcess.start(home.resolve("api-2"), environment, "api")) {
            KiwiClient admin = KiwiClient.loggedIn(one.url());
            revocations(admin, two);
            violations.addAll(SameMoment.violations(one.url(), two.url()));
            violations.addAll(new LimitCheck(home, environment).violations());
            TokenTraffic traffic = new TokenTraffic(admin, admin.withToken().at(two.url()));
            try (traffic) {
                for (int round = 2; round <= 3; round++) {
                    KiwiProcess next = KiwiProcess.start(home.resolve("projector-" + round), environment, "projector");
                    projector.kill();
                    takeOver(admin, round - 1);
                    projector = next;
                }
            }
            lost(traffic, admin);
        } finally {
            projector.close();
        }
    }

    private void revocations(KiwiClient admin, KiwiProcess other) throws IOException {
        long slowest = 0;
        for (int i = 0; i < REVOCATIONS; i++) {
            JsonNode minted =
                    admin.post("/tokens", Map.of("name", "revoked " + i)).expect(201);
            KiwiClient bearer =
                    KiwiClient.with(other.url(), minted.path("token").asString());
            bearer.get("/v1/leaderboards/timestamps").expect(200);
            admin.post("/tokens/" + minted.path("id").asString() + "/revoke", Map.of("reason", "cluster check"))
                    .expect(200);
            long revoked = System.nanoTime();
            while (bearer.get("/v1/leaderboards/timestamps").status() != 401) {
                if (System.nanoTime() - revoked > Duration.ofSeconds(10).toNanos()) {
                    violations.add("a revoked token still works on the other node after 10 s");
                    return;
                }
            }
            slowest = Math.max(slowest, (System.nanoTime() - revoked) / 1_000_000);
        }
        System.out.println("revoked on one API node, refused by the other after " + slowest + " ms at most");
        if (slowest > REVOKED_WITHIN_MS) {
            violations.add("a revocation took " + slowest + " ms");
        }
    }

    /** Until a new event is in every read model. */
    private void takeOver(KiwiClient admin, int killed) throws IOException {
        long begun = System.nanoTime();
        long target = head(admin) + 1;
        while (applied(admin) < target) {
            if (System.nanoTime() - begun > 4 * TAKEN_OVER_WITHIN.toNanos()) {
                violations.add("no take-over after projector " + killed + " was killed");
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("projector %d killed, the other has taken over all after %.1f s%n", killed, seconds);
        if (seconds > TAKEN_OVER_WITHIN.toSeconds()) {
            violations.add("a take-over took " + seconds + " s");
        }
    }

    private static long head(KiwiClient admin) throws IOException {
        return admin.get("/admin/projections").expect(200).path(0).path("head").asLong();
    }

    private static long applied(KiwiClient admin) throws IOException {
        long least = Long.MAX_VALUE;
        for (JsonNode projection : admin.get("/admin/projections").expect(200)) {
            least = Math.min(least, projection.path("position").asLong());
        }
        return least;
    }

    private void lost(TokenTraffic traffic, KiwiClient admin) throws IOException {
        long head = head(admin);
        long begun = System.nanoTime();
        while (applied(admin) < head && System.nanoTime() - begun < TAKEN_OVER_WITHIN.toNanos()) {
            LockSupport.parkNanos(50_000_000);
        }
        Set<String> lost = new HashSet<>(traffic.minted);
        lost.removeAll(TokenNames.of(admin));
        System.out.println(traffic.minted.size() + " tokens acknowledged, " + lost.size() + " of them lost; answers "
                + traffic.take().answers());
        lost.forEach(name -> violations.add(name + " was acknowledged and is lost"));
    }
}
