package dev.kiwi.web.table;

import dev.kiwi.api.kernel.TableRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer that is a table in the format that was asked for, some rows at a time. It stands before the writer of
 * JSON, so it names JSON first and leaves it to that one: who asks for nothing gets JSON, as ever.
 */
final class TableWriter implements HttpMessageWriter<TableRows<?>> {
    private static final int ROWS_A_PIECE = 256;
    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, TableFormat.CSV.mediaType(), TableFormat.NDJSON.mediaType());

    private final JsonMapper json;

    TableWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return TYPES;
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType mediaType) {
        return TableRows.class.isAssignableFrom(type.toClass())
                && (mediaType == null || format(mediaType).isPresent());
    }

    private static Optional<TableFormat> format(MediaType mediaType) {
        return Arrays.stream(TableFormat.values())
                .filter(format -> format.mediaType().equalsTypeAndSubtype(mediaType))
                .findFirst();
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends TableRows<?>> answer,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        TableFormat format = Optional.ofNullable(mediaType)
                .flatMap(TableWriter::format)
                .orElseThrow(() -> new IllegalArgumentException("No table is written as " + mediaType));
        message.getHeaders().setContentType(format.mediaType());
        if (!message.getHeaders().getVary().contains(HttpHeaders.ACCEPT)) {
            message.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        return message.writeWith(Flux.from(answer)
                .concatMap(table -> pieces(table, format))
                .map(piece -> message.bufferFactory().wrap(piece.getBytes(StandardCharsets.UTF_8))));
    }

    private Flux<String> pieces(TableRows<?> table, TableFormat format) {
        List<String> columns = TableColumns.of(table.rowType());
        Flux<String> rows = Flux.fromIterable(table.items())
                .map(row -> format.row(json.valueToTree(row), columns))
                .buffer(ROWS_A_PIECE)
                .map(some -> String.join("", some));
        return Flux.concat(Mono.just(format.begin(columns)).filter(head -> !head.isEmpty()), rows);
    }
}
