package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {
    private final ModelConverterContextImpl context = new ModelConverterContextImpl(new RecordSchemas());

    record Item(String name) {}

    record Answer(
            int itemCount,
            @Nullable Integer lastRank,
            @Nullable Item bestItem,
            List<Item> items) {}

    record Holding(List<@Nullable Double> numbers, List<@Nullable Item> items, Map<String, Object> facts) {}

    static final class Elsewhere {
        record Item(int number) {}
    }

    private Schema<?> schema(Class<?> type) {
        context.resolve(new AnnotatedType(type).resolveAsRef(true));
        return context.getDefinedModels().get(type.getSimpleName());
    }

    @Test
    void whatIsNotNullableIsRequired() {
        assertThat(schema(Answer.class).getRequired()).containsExactlyInAnyOrder("item_count", "items");
        assertThat(schema(Item.class).getRequired()).containsExactly("name");
    }

    @Test
    void whatIsNullableMayBeNull() {
        Schema<?> answer = schema(Answer.class);

        assertThat(answer.getProperties().get("last_rank").getTypes()).containsExactlyInAnyOrder("integer", "null");
        assertThat(answer.getProperties().get("item_count").getTypes()).containsExactly("integer");
        assertThat(answer.getProperties().get("best_item").getAnyOf()).hasSize(2);
    }

    @Test
    void whatIsHeldMayBeNullOrAnythingToo() {
        Map<String, Schema> holding = schema(Holding.class).getProperties();

        assertThat(holding.get("numbers").getItems().getTypes()).isEqualTo(Set.of("number", "null"));
        assertThat(holding.get("items").getItems().getAnyOf()).hasSize(2);
        assertThat(holding.get("facts").getAdditionalProperties()).isEqualTo(true);
    }

    @Test
    void twoRecordsOfOneNameAreRefused() {
        schema(Item.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> schema(Elsewhere.Item.class))
                .withMessageContaining("Elsewhere$Item");
    }
}
