package dev.kiwi.web.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A sliding window as one would count it by hand (platform.md 9.1). */
final class Exact {
    private Exact() {}

    /** How many of the ascending times pass. */
    static int passed(List<Long> times, int limit, long window) {
        Deque<Long> log = new ArrayDeque<>();
        int passed = 0;
        for (long at : times) {
            while (!log.isEmpty() && log.getFirst() <= at - window) {
                log.removeFirst();
            }
            if (log.size() < limit) {
                log.addLast(at);
                passed++;
            }
        }
        return passed;
    }

    /** The most of the ascending times that lie in one window. */
    static int busiest(List<Long> times, long window) {
        Deque<Long> log = new ArrayDeque<>();
        int most = 0;
        for (long at : times) {
            while (!log.isEmpty() && log.getFirst() <= at - window) {
                log.removeFirst();
            }
            log.addLast(at);
            most = Math.max(most, log.size());
        }
        return most;
    }
}
