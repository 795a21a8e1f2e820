package dev.kiwi.web.pending;

import java.util.List;

/** Things that wait until an administrator sees to them. A context that has some declares a bean of this. */
public interface OpenQueue {
    /** The portal's tab where they are seen to, for example {@code mail}. */
    String tab();

    /** May block, and may fail: then this queue is left out of the answer. */
    List<Waiting> waiting() throws Exception;

    /**
     * @param label for people, for example {@code failed}
     * @param count 0 for nothing, which is not shown
     */
    record Waiting(String label, long count) {}
}
