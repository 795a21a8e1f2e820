package dev.kiwi.web.cli;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints one row per projection with its alarms; 0 only when there is none. */
final class ProjectionsCommand {
    private static final List<String> WELL = List.of("running", "paused", "rebuilding");

    private final AdminClient admin;

    ProjectionsCommand(AdminClient admin) {
        this.admin = admin;
    }

    int run() {
        JsonNode projections = admin.get("/admin/projections");
        System.out.printf(
                Locale.ROOT,
                "%-20s %-9s %-11s %12s %12s %8s %10s %12s%n",
                "NAME",
                "STORAGE",
                "STATE",
                "POSITION",
                "HEAD",
                "LAG",
                "EVENTS/S",
                "DEAD LETTERS");
        boolean well = true;
        for (JsonNode projection : projections) {
            print(projection);
            well &= WELL.contains(projection.path("state").asString())
                    && projection.path("alarms").isEmpty();
        }
        return well ? 0 : 1;
    }

    private static void print(JsonNode projection) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %-9s %-11s %12d %12d %8d %10.0f %12d%n",
                projection.path("name").asString(),
                projection.path("storage").asString(),
                projection.path("state").asString(),
                projection.path("position").asLong(),
                projection.path("head").asLong(),
                projection.path("lag").asLong(),
                projection.path("events_per_second").asDouble(),
                projection.path("dead_letters").asLong());
        if (projection.path("last_error").isString()) {
            System.out.println("  last error: " + projection.path("last_error").asString());
        }
        projection.path("alarms").forEach(alarm -> System.out.println("  alarm: " + alarm.asString()));
    }
}
