package dev.kiwi.web.openapi;

import dev.kiwi.api.kernel.TableRows;
import dev.kiwi.web.table.TableColumns;
import dev.kiwi.web.table.TableFormat;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer that is a table is also there as CSV and NDJSON; shown with the rows of its example. */
final class TableMedia implements OperationCustomizer {
    private static final List<String> ROWS = List.of("items", "points", "classes", "cutoffs", "renames");

    private final JsonMapper json = new JsonMapper();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Class<?> answer = ResolvableType.forMethodReturnType(handler.getMethod())
                .getGeneric(0)
                .toClass();
        ApiResponse success = operation.getResponses().get("200");
        if (TableRows.class.isAssignableFrom(answer) && success != null && success.getContent() != null) {
            Class<?> row = ResolvableType.forClass(answer)
                    .as(TableRows.class)
                    .getGeneric(0)
                    .toClass();
            add(success.getContent(), TableColumns.of(row.asSubclass(Record.class)), operation.getOperationId());
        }
        return operation;
    }

    private void add(Content content, List<String> columns, String operationId) {
        List<JsonNode> rows = rows(operationId, columns);
        Arrays.stream(TableFormat.values()).forEach(format -> {
            StringBuilder text = new StringBuilder(format.begin(columns));
            rows.forEach(row -> text.append(format.row(row, columns)));
            content.addMediaType(
                    format.mediaType().getType() + "/" + format.mediaType().getSubtype(),
                    new MediaType()
                            .schema(new StringSchema().description("Columns: " + String.join(", ", columns)))
                            .example(text.toString()));
        });
    }

    /** Those of the example that have the columns; a value alone is its row. A series of classes has its values elsewhere. */
    private List<JsonNode> rows(String operationId, List<String> columns) {
        try (InputStream file =
                TableMedia.class.getClassLoader().getResourceAsStream(Examples.FOLDER + operationId + ".200.json")) {
            JsonNode example = file == null ? json.nullNode() : json.readTree(file);
            return ROWS.stream()
                    .flatMap(member -> example.path(member).valueStream())
                    .map(row -> row.isObject() ? row : json.createObjectNode().set(columns.getFirst(), row))
                    .filter(row -> columns.stream().allMatch(row::has))
                    .map(row -> (JsonNode) ((ObjectNode) row.deepCopy()).retain(columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("An example of " + operationId + " cannot be read", e);
        }
    }
}
