package dev.kiwi.web.cli;

import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One line that is drawn over on a terminal; a line per tenth elsewhere, so that logs stay short. */
final class ProgressBar {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private int lastTenth = -1;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param rebuild as the admin endpoint gives it */
    void show(JsonNode rebuild) {
        long done = rebuild.path("done").asLong();
        long total = rebuild.path("total").asLong();
        double share = total == 0 ? 0 : Math.min(1, (double) done / total);
        int tenth = (int) (share * 10);
        if (!terminal && tenth == lastTenth) {
            return;
        }
        lastTenth = tenth;
        int filled = (int) (share * WIDTH);
        String eta = rebuild.path("eta_seconds").isNumber()
                ? String.format(
                        Locale.ROOT,
                        ", %.0f s left",
                        rebuild.path("eta_seconds").asDouble())
                : "";
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %% %d/%d events, %.0f/s%s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                share * 100,
                done,
                total,
                rebuild.path("events_per_second").asDouble(),
                eta);
        out.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
        out.flush();
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }
}
