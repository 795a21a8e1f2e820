package dev.kiwi.web.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.Decoder;
import org.springframework.core.codec.Encoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.codec.CodecConfigurer.DefaultCodecs;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stands where the framework would put CBOR when a library brings it along (that of passkeys does): bodies of requests
 * and answers are JSON, and CBOR is 415 and 406.
 */
final class NoCbor {
    private NoCbor() {}

    static void in(DefaultCodecs codecs) {
        codecs.jacksonCborDecoder(new NoDecoder());
        codecs.jacksonCborEncoder(new NoEncoder());
    }

    private static final class NoDecoder implements Decoder<Object> {
        @Override
        public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
            return false;
        }

        @Override
        public Flux<Object> decode(
                Publisher<DataBuffer> input,
                ResolvableType type,
                @Nullable MimeType mimeType,
                @Nullable Map<String, Object> hints) {
            throw new UnsupportedOperationException("it can decode nothing");
        }

        @Override
        public Mono<Object> decodeToMono(
                Publisher<DataBuffer> input,
                ResolvableType type,
                @Nullable MimeType mimeType,
                @Nullable Map<String, Object> hints) {
            throw new UnsupportedOperationException("it can decode nothing");
        }

        @Override
        public List<MimeType> getDecodableMimeTypes() {
            return List.of();
        }
    }

    private static final class NoEncoder implements Encoder<Object> {
        @Override
        public boolean canEncode(ResolvableType type, @Nullable MimeType mimeType) {
            return false;
        }

        @Override
        public Flux<DataBuffer> encode(
                Publisher<?> input,
                DataBufferFactory buffers,
                ResolvableType type,
                @Nullable MimeType mimeType,
                @Nullable Map<String, Object> hints) {
            throw new UnsupportedOperationException("it can encode nothing");
        }

        @Override
        public List<MimeType> getEncodableMimeTypes() {
            return List.of();
        }
    }
}
