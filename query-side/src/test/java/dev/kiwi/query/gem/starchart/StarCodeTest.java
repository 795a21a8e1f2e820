package dev.kiwi.query.gem.starchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of the star chart, gems.md. */
class StarCodeTest {
    private static final StarChart CHART = StarChart.FILE.get();
    private static final StarCode CODE = new StarCode(CHART);

    private static String base64(String paths) {
        return Base64.getEncoder().encodeToString(paths.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tokensSelectTheirAncestorsToo() {
        assertThat(CODE.selected(" SC: CA1a0 | g0 | xa | pa "))
                .containsExactlyInAnyOrder("combat.a", "combat.a.1", "combat.a.1.a", "combat.a.1.a.0", "pve.a");
        assertThat(CODE.selected("v2:c|ca")).containsExactly("combat.a");
        assertThat(CODE.selected("SC:c-a|")).containsExactly("combat.a");
    }

    @Test
    void bytesAreIndexes() {
        // 1 is combat.a.0, 119 the last, 120 none.
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {1, 119, 120, -1});
        Set<String> selected = CODE.selected("SC:" + payload);
        assertThat(selected).contains("combat.a", "combat.a.0", "pve.b.0.b.1.a.1", "pve.b.0.b.1", "pve.b");
        assertThat(selected).doesNotContain("combat", "pve").hasSize(8);
        assertThat(CODE.selected("v2:" + payload.charAt(0) + "!\n" + payload.substring(1) + "=="))
                .isEqualTo(selected);
    }

    @Test
    void wholePathsSelectOnlyThemselves() {
        assertThat(CODE.selected(base64("combat.a.0.a$pve$nobody.a$$combat.a.0.a")))
                .containsExactly("combat.a.0.a", "pve");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "SC:", "v2:", "SC:|", "SC:A", "sc:ca|", "!!!", "/w==", "SC:====", "\u0000"})
    void whatCannotBeReadSelectsNothing(String code) {
        assertThat(CODE.selected(code)).isEmpty();
    }

    @Property(tries = 1000)
    void neverFails(@ForAll("codes") String code) {
        assertThatCode(() -> CHART.sums(CODE.selected(code))).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> codes() {
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars("SCv2:|cgp01ab=_-+/$ \u00e9\ud83d")
                .ofMaxLength(30);
        return Arbitraries.oneOf(
                noise,
                noise.map(text -> "SC:" + text),
                noise.map(text -> "v2:" + text),
                noise.map(StarCodeTest::base64));
    }

    /** Whichever way a choice is written down, it is the same choice. */
    @Property(tries = 200)
    void allFormsSayTheSame(@ForAll("choices") Set<String> paths) {
        Set<String> whole = new TreeSet<>();
        paths.forEach(path -> {
            for (String node = path; node.contains("."); node = node.substring(0, node.lastIndexOf('.'))) {
                whole.add(node);
            }
        });
        StringBuilder tokens = new StringBuilder("SC:|");
        byte[] indexes = new byte[paths.size()];
        int at = 0;
        for (String path : paths) {
            tokens.append(path.charAt(0))
                    .append(path.substring(path.indexOf('.')).replace(".", ""))
                    .append('|');
            indexes[at++] = (byte) CHART.nodes().stream()
                    .filter(node -> node.path().equals(path))
                    .findFirst()
                    .orElseThrow()
                    .index()
                    .intValue();
        }
        assertThat(CODE.selected(tokens.toString())).isEqualTo(whole);
        assertThat(CODE.selected("v2:" + Base64.getUrlEncoder().encodeToString(indexes)))
                .isEqualTo(whole);
        assertThat(CODE.selected(base64(String.join("$", whole)))).isEqualTo(whole);
    }

    @Provide
    Arbitrary<Set<String>> choices() {
        return Arbitraries.of(CHART.indexed()).set().ofMinSize(1).ofMaxSize(20);
    }

    @Test
    void whatIsReplacedStopsCounting() {
        Set<String> all = new HashSet<>(CHART.indexed());
        Map<String, StarSum> sums = CHART.sums(all);
        assertThat(sums.get("Physical Damage")).isEqualTo(new StarSum(0, 3 + 5 + 3 + 6 + 6 + 15 + 15 + 5 + 5 + 5));
        assertThat(sums.get("Magic Damage")).isEqualTo(new StarSum(0, 5 + 3 + 3 + 3 + 3 + 15 + 5 + 15 + 5 + 5));
        assertThat(sums.get("Critical Damage")).isEqualTo(new StarSum(5 + 10 + 10 + 15 + 15 + 6 + 10, 0));
        assertThat(sums.get("Light")).isEqualTo(new StarSum(50 + 150 + 50, 0));
    }

    @Test
    void aReplacedNodeWithBonusesGivesThemOnlyAlone() {
        StarChart chart = new StarChart(List.of(
                new StarNode(null, "r", "root", "R", List.of(), List.of()),
                new StarNode(0, "r.a", "minor", "A", List.of(new StarNode.StarBonus("Light", 5, false)), List.of()),
                new StarNode(
                        1, "r.b", "major", "B", List.of(new StarNode.StarBonus("Light", 7, true)), List.of("r.a"))));
        assertThat(chart.sums(Set.of("r.a"))).containsExactly(Map.entry("Light", new StarSum(5, 0)));
        assertThat(chart.sums(Set.of("r.a", "r.b"))).containsExactly(Map.entry("Light", new StarSum(0, 7)));
    }
}
