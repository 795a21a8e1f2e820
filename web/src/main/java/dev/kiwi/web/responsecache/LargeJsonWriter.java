package dev.kiwi.web.responsecache;

import dev.kiwi.api.kernel.LargeAnswer;
import java.util.List;
import java.util.Map;
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
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link LargeAnswer} as JSON while it is sent. */
final class LargeJsonWriter implements HttpMessageWriter<LargeAnswer> {
    private final ObjectWriter json;

    LargeJsonWriter(JsonMapper json) {
        this.json = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    }

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType mediaType) {
        return LargeAnswer.class.isAssignableFrom(type.toClass())
                && (mediaType == null || MediaType.APPLICATION_JSON.isCompatibleWith(mediaType));
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends LargeAnswer> answer,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        return send(answer, null, message);
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends LargeAnswer> answer,
            ResolvableType actualType,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ServerHttpRequest request,
            ServerHttpResponse response,
            Map<String, Object> hints) {
        return send(answer, request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING), response);
    }

    private Mono<Void> send(
            Publisher<? extends LargeAnswer> answer,
            @Nullable String acceptEncoding,
            ReactiveHttpOutputMessage message) {
        message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return Mono.from(answer)
                .flatMap(large -> EncodedBody.send(out -> json.writeValue(out, large), acceptEncoding, message));
    }
}
