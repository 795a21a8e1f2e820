package dev.kiwi.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DumpGeneratorTest {
    /** Monday 2026-06-08, five minutes after the weekly reset. */
    private static final long ANCHOR = 1_780_916_700L;

    private final DumpGenerator generator = new DumpGenerator(88, 1_000, 1, ANCHOR);

    @Test
    void theSameHourIsTheSameBytes() throws Exception {
        assertThat(dump(30)).isEqualTo(text(new DumpGenerator(88, 1_000, 1, ANCHOR), 30));
        assertThat(dump(30)).isNotEqualTo(dump(31));
    }

    @Test
    void aFullDumpHasAboutSevenHundredTwentyThousandRows() throws Exception {
        String full = text(DumpGenerator.full(1, ANCHOR), 95);
        long rows = full.lines()
                .filter(line -> line.contains("##") && !line.contains("Category_Contests"))
                .mapToLong(line -> line.chars().filter(c -> c == '|').count() + 1)
                .sum();
        assertThat(rows).isBetween(650_000L, 780_000L);
    }

    @Test
    void ranksAscendScoresDescendAndNobodyIsListedTwice() throws Exception {
        boards(dump(30)).forEach((uuid, rows) -> {
            Set<String> names = new HashSet<>();
            double last = Double.MAX_VALUE;
            for (int i = 0; i < rows.length; i++) {
                String[] parts = rows[i].split(";");
                assertThat(Integer.parseInt(parts[0])).isEqualTo(i + 1);
                assertThat(names.add(parts[1])).as("%s on %s", parts[1], uuid).isTrue();
                assertThat(Double.parseDouble(parts[2])).isLessThanOrEqualTo(last + 1);
                last = Double.parseDouble(parts[2]);
            }
        });
    }

    @Test
    void lifetimeScoresNeverFallAndSomeRiseEveryHour() throws Exception {
        for (int hour = 30; hour < 36; hour++) {
            Map<String, Double> before = scores(boards(dump(hour)).get("3"));
            Map<String, Double> after = scores(boards(dump(hour + 1)).get("3"));
            long risen = 0;
            for (String name : before.keySet()) {
                if (after.containsKey(name)) {
                    assertThat(after.get(name)).isGreaterThanOrEqualTo(before.get(name));
                    risen += after.get(name) > before.get(name) ? 1 : 0;
                }
            }
            assertThat(risen).as("risen at hour %s", hour).isPositive();
        }
    }

    @Test
    void weeklyScoresBeginAnewAtTheReset() throws Exception {
        assertThat(boards(dump(167))).containsKey("21005");
        double best = scores(boards(dump(167)).get("21005")).values().stream()
                .mapToDouble(d -> d)
                .max()
                .orElseThrow();
        double afterReset = scores(boards(dump(172)).get("21005")).values().stream()
                .mapToDouble(d -> d)
                .max()
                .orElseThrow();
        assertThat(afterReset).isLessThan(best / 2);
    }

    private String dump(int hour) throws IOException {
        return text(generator, hour);
    }

    private static String text(DumpGenerator generator, int hour) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        generator.write(hour, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String[]> boards(String dump) {
        Map<String, String[]> boards = new LinkedHashMap<>();
        dump.lines()
                .filter(line -> line.contains("##") && !line.contains("Category_Contests"))
                .forEach(line -> {
                    int equals = line.indexOf(" = ");
                    boards.put(
                            line.substring(line.lastIndexOf('$', equals) + 1, equals),
                            line.substring(line.indexOf("##") + 2).split("\\|"));
                });
        return boards;
    }

    private static Map<String, Double> scores(String[] rows) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Arrays.stream(rows).map(row -> row.split(";")).forEach(r -> scores.put(r[1], Double.valueOf(r[2])));
        return scores;
    }
}
