package dev.kiwi.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A table for people, then a JSON line per figure for programs. */
final class Report {
    private Report() {}

    static void print(List<Figure> figures, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-42s %12s %-6s %-22s %12s %7s  %s%n",
                "FIGURE",
                "VALUE",
                "UNIT",
                "BASELINE",
                "VALUE",
                "RATIO",
                "SPREAD");
        for (Figure figure : figures) {
            out.printf(
                    Locale.ROOT,
                    "%-42s %12.3f %-6s %-22s %12.3f %7.2f  %s%n",
                    figure.bench() + "/" + figure.figure(),
                    figure.value(),
                    figure.unit(),
                    figure.baseline(),
                    figure.baselineValue(),
                    figure.ratio(),
                    figure.spread());
        }
        out.println();
        figures.forEach(figure -> out.println(figure.json()));
    }
}
