package dev.kiwi.bench.replay;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A rebuild of a read model that has ended well.
 *
 * @param seconds from the request to the end, the swap and both checksums included
 * @param events that were looked at
 * @param sameRows whether the rows are those of the version that was replaced
 * @param shown as administrators see it
 */
public record Rebuild(double seconds, long events, boolean sameRows, String shown) {
    private static final long GLANCE_NANOS = 50_000_000;

    /** Asks for one and waits. @throws IOException when it fails */
    public static Rebuild run(KiwiClient client, String projection) throws IOException {
        long begin = System.nanoTime();
        client.post("/admin/projections/" + projection + "/replay", Map.of()).expect(202);
        while (true) {
            JsonNode rebuild =
                    client.get("/admin/projections/" + projection).expect(200).path("rebuild");
            String phase = rebuild.path("phase").asString("");
            if (phase.equals("failed")) {
                throw new IOException("The rebuild failed: " + rebuild);
            }
            if (phase.equals("done")) {
                String before = rebuild.path("checksum_before").asString("none");
                return new Rebuild(
                        (System.nanoTime() - begin) / 1e9,
                        rebuild.path("total").asLong(),
                        before.equals(rebuild.path("checksum_after").asString("")),
                        rebuild.toString());
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
