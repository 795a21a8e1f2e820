package dev.kiwi.web.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    /** @param perSecond 0 while unknown @param secondsLeft null while unknown */
    record Progress(
            long done,
            long total,
            double perSecond,
            @Nullable Double secondsLeft) {
        static Progress of(long done, long total, long nanos) {
            double rate = nanos == 0 ? 0 : done * 1e9 / nanos;
            return new Progress(done, total, rate, rate == 0 ? null : (Double) ((total - done) / rate));
        }
    }

    /** @param rebuild as the admin endpoint gives it */
    void show(JsonNode rebuild) {
        JsonNode left = rebuild.path("eta_seconds");
        show(
                new Progress(
                        rebuild.path("done").asLong(),
                        rebuild.path("total").asLong(),
                        rebuild.path("events_per_second").asDouble(),
                        left.isNumber() ? (Double) left.asDouble() : null),
                "events");
    }

    /** @param what is counted, in the plural */
    void show(Progress progress, String what) {
        double share = progress.total() == 0 ? 0 : Math.min(1, (double) progress.done() / progress.total());
        int tenth = (int) (share * 10);
        if (!terminal && tenth == lastTenth) {
            return;
        }
        lastTenth = tenth;
        int filled = (int) (share * WIDTH);
        String eta = progress.secondsLeft() == null
                ? ""
                : String.format(Locale.ROOT, ", %.0f s left", progress.secondsLeft());
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %% %d/%d %s, %.1f/s%s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                share * 100,
                progress.done(),
                progress.total(),
                what,
                progress.perSecond(),
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
