package dev.kiwi.web.table;

import dev.kiwi.api.kernel.TableRows;
import dev.kiwi.web.responsecache.EncodedBody;
import java.io.IOException;
import java.io.OutputStream;
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
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer that is a table in the format that was asked for, row by row. It stands before the writer of
 * JSON, so it names JSON first and leaves it to that one: who asks for nothing gets JSON, as ever.
 */
final class TableWriter implements HttpMessageWriter<TableRows<?>> {
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
        return send(answer, mediaType, null, message);
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends TableRows<?>> answer,
            ResolvableType actualType,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ServerHttpRequest request,
            ServerHttpResponse response,
            Map<String, Object> hints) {
        return send(answer, mediaType, request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING), response);
    }

    private Mono<Void> send(
            Publisher<? extends TableRows<?>> answer,
            @Nullable MediaType mediaType,
            @Nullable String acceptEncoding,
            ReactiveHttpOutputMessage message) {
        TableFormat format = Optional.ofNullable(mediaType)
                .flatMap(TableWriter::format)
                .orElseThrow(() -> new IllegalArgumentException("No table is written as " + mediaType));
        message.getHeaders().setContentType(format.mediaType());
        if (!message.getHeaders().getVary().contains(HttpHeaders.ACCEPT)) {
            message.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        return Mono.from(answer)
                .flatMap(table -> EncodedBody.send(out -> write(table, format, out), acceptEncoding, message));
    }

    private void write(TableRows<?> table, TableFormat format, OutputStream out) throws IOException {
        List<String> columns = TableColumns.of(table.rowType());
        out.write(format.begin(columns).getBytes(StandardCharsets.UTF_8));
        for (Record row : table.rows()) {
            out.write(format.row(json.valueToTree(row), columns).getBytes(StandardCharsets.UTF_8));
        }
    }
}
