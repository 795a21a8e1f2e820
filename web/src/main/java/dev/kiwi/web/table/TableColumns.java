package dev.kiwi.web.table;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;

/** The names of a table's columns: those of the JSON, in the order of the record. */
public final class TableColumns {
    private TableColumns() {}

    public static List<String> of(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                // It looks at nothing but the name.
                .map(name -> PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, name))
                .toList();
    }
}
