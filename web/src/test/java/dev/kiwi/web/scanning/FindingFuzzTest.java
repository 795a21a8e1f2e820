package dev.kiwi.web.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of reports from strangers; for a long run see docs/fuzzing.md. */
class FindingFuzzTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Property
    void aReportIsReadOrRefused(@ForAll("reports") byte[] report) {
        List<Finding> findings;
        try {
            findings = Finding.in(report, JSON);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
            return;
        }
        // What was read can be written into the answer.
        assertThat(JSON.writeValueAsBytes(findings)).isNotEmpty();
        assertThat(findings).allSatisfy(finding -> assertThat(finding.token()).isNotEmpty());
    }

    @Provide
    Arbitrary<byte[]> reports() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of("null", "7", "[]", "{}", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "true"),
                Arbitraries.strings().ofMaxLength(12).map(text -> "\"" + text + "\""));
        Arbitrary<String> element =
                value.list().ofMaxSize(3).map(values -> "{\"token\":" + String.join(",\"type\":", values) + "}");
        Arbitrary<String> array = Arbitraries.oneOf(element, value)
                .list()
                .ofMaxSize(4)
                .map(elements -> "[" + String.join(",", elements) + "]");
        Arbitrary<String> deep = Arbitraries.integers().between(1, 5_000).map("["::repeat);
        return Arbitraries.oneOf(
                        array, element, value, deep, Arbitraries.strings().ofMaxLength(40))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
