package dev.kiwi.api.kernel;

import java.util.List;

/**
 * An answer that is a table at heart, and can be told as one: as CSV, or with a JSON object a line.
 *
 * @param <R> a flat record; its components are the columns
 */
public interface TableRows<R extends Record> {
    /** In the order of the answer. */
    List<R> rows();

    /** For the columns of a table without rows. */
    Class<R> rowType();
}
