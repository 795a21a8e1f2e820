package dev.kiwi.projection.telemetry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partitions of a log, one a UTC day. */
final class DayPartitions {
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcClient sql;
    private final String table;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    /** @param table without its schema */
    DayPartitions(JdbcClient sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** Makes those that are not there; asks the store only for days that this node has not seen yet. */
    void make(Collection<LocalDate> days) {
        if (!made.containsAll(days)) {
            made.addAll(days());
            days.stream().filter(day -> !made.contains(day)).forEach(this::make);
        }
    }

    /** Attached, because a partition that is made in place waits for readers, and every append behind it. */
    private void make(LocalDate day) {
        sql.sql("""
                        do $$ begin
                            create table %1$s (like telemetry.%2$s including generated);
                            alter table telemetry.%2$s attach partition %1$s for values from ('%3$s') to ('%4$s');
                        exception when duplicate_table or unique_violation then
                            null; -- another node was faster
                        end $$""".formatted(name(day), table, begin(day), begin(day.plusDays(1))))
                .update();
        made.add(day);
    }

    /** Looks again, because another node may have dropped one. */
    void forget() {
        made.clear();
    }

    /** Oldest first. */
    List<LocalDate> days() {
        return sql
                .sql("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = cast(:parent as regclass) order by c.relname")
                .param("parent", "telemetry." + table)
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .map(partition -> LocalDate.parse(partition.substring(table.length() + 1), SUFFIX))
                .toList();
    }

    /** @return how many were dropped */
    int dropBefore(LocalDate firstKept) {
        List<LocalDate> old =
                days().stream().filter(day -> day.isBefore(firstKept)).toList();
        old.forEach(day -> sql.sql("drop table " + name(day)).update());
        made.removeAll(old);
        return old.size();
    }

    private String name(LocalDate day) {
        return "telemetry." + table + "_" + SUFFIX.format(day);
    }

    private static String begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime().toString();
    }
}
