package dev.kiwi.web.projection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import dev.kiwi.projection.machinery.ProjectionDefinition.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryProjectionIsDefinedTest {
    private static final List<String> ALL =
            Arrays.stream(Projection.values()).map(Projection::key).toList();

    @Test
    void startsWhenEveryProjectionIsDefined() {
        assertThatCode(() -> check(ALL)).doesNotThrowAnyException();
    }

    @Test
    void aProjectionThatNothingFillsStopsTheStartAndIsNamed() {
        List<String> names =
                ALL.stream().filter(name -> !name.equals("ingest_log")).toList();

        assertThatIllegalStateException()
                .isThrownBy(() -> check(names))
                .withMessageContaining("INGEST_LOG")
                .withMessageNotContaining("TOKEN");
    }

    @Test
    void aMisspelledDefinitionStopsTheStart() {
        List<String> names = Stream.concat(
                        ALL.stream().filter(name -> !name.equals("leaderboards")), Stream.of("leaderbords"))
                .toList();

        assertThatIllegalStateException().isThrownBy(() -> check(names)).withMessageContaining("LEADERBOARDS");
    }

    private static void check(List<String> names) {
        List<ProjectionDefinition> definitions = names.stream()
                .map(name -> new ProjectionDefinition(name, Storage.POSTGRES, "", 1, 1, model -> model))
                .toList();
        new EveryProjectionIsDefined(definitions).afterSingletonsInstantiated();
    }
}
