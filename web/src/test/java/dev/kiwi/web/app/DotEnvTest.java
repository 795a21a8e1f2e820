package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DotEnvTest {
    @Test
    void readsPairsQuotesAndComments() {
        assertThat(DotEnv.parse(List.of(
                        "# a comment", "", "A=1", "export B = two words # trailing", "C=\"x # y\"", "D='=q='", "E=")))
                .isEqualTo(Map.of("A", "1", "B", "two words", "C", "x # y", "D", "=q=", "E", ""));
    }

    @Test
    void namesTheLineThatDoesNotParse() {
        assertThatThrownBy(() -> DotEnv.parse(List.of("A=1", "nonsense"))).hasMessageContaining("Line 2");
    }
}
