package dev.kiwi.projection.machinery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/**
 * The SQL resource of a projection's tables. What follows the line {@value #MARK} are indexes that the projector itself
 * does not read by: one build of a full index is cheaper than an entry for each row.
 *
 * @param text all statements; empty for a projection without tables
 */
record TableDefinitions(String text) {
    static final String MARK = "-- A rebuild makes these after the rows:";

    static TableDefinitions of(ProjectionDefinition definition) {
        if (definition.ddl().isEmpty()) {
            return new TableDefinitions("");
        }
        try {
            return new TableDefinitions(
                    new ClassPathResource(definition.ddl()).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("No DDL resource " + definition.ddl() + " for " + definition.name(), e);
        }
    }

    String tables() {
        return hasIndexes() ? text.substring(0, text.indexOf(MARK)) : text;
    }

    String indexes() {
        return hasIndexes() ? text.substring(text.indexOf(MARK) + MARK.length()) : "";
    }

    private boolean hasIndexes() {
        return text.contains(MARK);
    }
}
