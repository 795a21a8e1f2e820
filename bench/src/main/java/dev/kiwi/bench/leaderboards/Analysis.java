package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** What the leading node makes of captures by itself, done before anything is measured. */
final class Analysis {
    private static final long GLANCE_NANOS = 200_000_000;
    /** The report last: it waits until the captures of a backfill no longer follow each other. */
    private static final List<String> JOBS =
            List.of("leaderboard-totals", "leaderboard-renames", "leaderboard-cheaters");

    private Analysis() {}

    /** @param client a superuser's session */
    static void await(KiwiClient client) throws IOException {
        client.awaitReadModels();
        for (String job : JOBS) {
            String before = job(client, job).path("finished_at").asString("");
            client.post("/admin/jobs/" + job + "/run", Map.of()).expect(202);
            JsonNode now = job(client, job);
            while (!isDone(now, before)) {
                LockSupport.parkNanos(GLANCE_NANOS);
                now = job(client, job);
            }
            if (now.hasNonNull("last_error")) {
                throw new IOException("The job " + job + " has failed: " + now);
            }
        }
    }

    private static boolean isDone(JsonNode job, String before) {
        return !job.path("running").asBoolean()
                && !job.path("requested").asBoolean()
                && !job.path("finished_at").asString("").equals(before);
    }

    private static JsonNode job(KiwiClient client, String name) throws IOException {
        for (JsonNode job : client.get("/admin/jobs").expect(200)) {
            if (job.path("name").asString().equals(name)) {
                return job;
            }
        }
        throw new IOException("There is no job " + name);
    }
}
