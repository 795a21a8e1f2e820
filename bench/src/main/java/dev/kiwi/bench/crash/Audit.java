package dev.kiwi.bench.crash;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Holds a restarted Kiwi against the ledger. */
final class Audit {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final KiwiClient client;
    private final Ledger ledger;
    private final List<String> violations = new ArrayList<>();

    Audit(KiwiClient client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
    }

    List<String> violations() {
        return violations;
    }

    /** @return seconds until no projection lags any more */
    double awaitProjections() throws IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < CATCH_UP.toNanos()) {
            boolean caughtUp = true;
            for (JsonNode projection : client.get("/admin/projections").expect(200)) {
                caughtUp &= projection.path("lag").asLong() == 0
                        && projection.path("state").asString().equals("running")
                        && projection.path("dead_letters").asLong() == 0;
            }
            if (caughtUp) {
                return (System.nanoTime() - begin) / 1e9;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        violations.add("projections do not catch up: "
                + client.get("/admin/projections").body());
        return CATCH_UP.toSeconds();
    }

    void tokens() throws IOException {
        Set<String> there = new HashSet<>();
        Set<String> revoked = new HashSet<>();
        for (JsonNode token : client.get("/tokens").expect(200)) {
            String id = token.path("id").asString();
            if (!there.add(id)) {
                violations.add("token " + id + " is there twice");
            }
            if (token.path("revoked").asBoolean()) {
                revoked.add(id);
            }
        }
        ledger.minted.stream()
                .filter(id -> !there.contains(id))
                .forEach(id -> violations.add("token " + id + " was acknowledged and is lost"));
        ledger.revoked.stream()
                .filter(id -> !revoked.contains(id))
                .forEach(id -> violations.add("the revocation of " + id + " was acknowledged and is lost"));
    }

    /** @param anchors those to look at; an acknowledged one must be whole, any other one whole or absent */
    void captures(Set<Long> anchors) throws IOException {
        for (long anchor : anchors) {
            Map<Integer, Integer> expected = ledger.posted.getOrDefault(anchor, Map.of());
            int whole = 0;
            int present = 0;
            for (Map.Entry<Integer, Integer> board : expected.entrySet()) {
                int total = client.get("/v1/leaderboards/" + board.getKey() + "/entries?limit=1&created_at=" + anchor)
                        .expect(200)
                        .path("total")
                        .asInt();
                present += total > 0 ? 1 : 0;
                whole += total == board.getValue() ? 1 : 0;
            }
            if (present > 0 && whole < expected.size()) {
                violations.add("capture " + anchor + " is partial or doubled: " + whole + " of " + expected.size()
                        + " boards are right");
            } else if (present == 0 && ledger.ingested.contains(anchor)) {
                violations.add("capture " + anchor + " was acknowledged and is lost");
            }
        }
    }
}
