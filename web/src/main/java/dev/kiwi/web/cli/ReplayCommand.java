package dev.kiwi.web.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Rebuilds one projection and waits; 0 only when it is done and gave the same rows. */
final class ReplayCommand {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AdminClient admin;

    ReplayCommand(AdminClient admin) {
        this.admin = admin;
    }

    int run(String projection) {
        admin.post("/admin/projections/" + projection + "/replay");
        ProgressBar bar = new ProgressBar(System.err, System.console() != null);
        while (true) {
            JsonNode rebuild = admin.get("/admin/projections/" + projection).path("rebuild");
            bar.show(rebuild);
            switch (rebuild.path("phase").asString("")) {
                case "done" -> {
                    bar.end();
                    return report(projection, rebuild);
                }
                case "failed" -> {
                    bar.end();
                    System.err.println(
                            "The rebuild failed: " + rebuild.path("error").asString("no reason given"));
                    return 1;
                }
                default -> LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static int report(String projection, JsonNode rebuild) {
        String before = rebuild.path("checksum_before").asString("none");
        String after = rebuild.path("checksum_after").asString("none");
        boolean equal = before.equals(after);
        System.out.println(projection + ": " + rebuild.path("done").asLong() + " events replayed");
        System.out.println("checksum before: " + before);
        System.out.println("checksum after:  " + after + (equal ? "  equal" : "  DIFFERENT"));
        return equal ? 0 : 1;
    }
}
