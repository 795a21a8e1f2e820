package dev.kiwi.bench;

import java.util.List;

/** Measures its figures, each together with its baseline. */
public interface Benchmark {
    String name();

    List<Figure> run(BenchOptions options) throws Exception;
}
