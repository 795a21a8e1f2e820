package dev.kiwi.projection.machinery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Tracking tokens as JSON: exactly Axon's token classes, nothing else that a row may name. */
final class TokenSerializer implements Serializer {
    private static final Map<String, Class<?>> TOKENS = List.<Class<?>>of(
                    GlobalSequenceTrackingToken.class,
                    GapAwareTrackingToken.class,
                    MergedTrackingToken.class,
                    MultiSourceTrackingToken.class,
                    ReplayToken.class,
                    ConfigToken.class)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private final Converter converter = new ChainingConverter();
    private final JsonMapper json;

    TokenSerializer() {
        BasicPolymorphicTypeValidator.Builder allowed = BasicPolymorphicTypeValidator.builder();
        TOKENS.values().forEach(allowed::allowIfSubType);
        json = JsonMapper.builder()
                .polymorphicTypeValidator(allowed.build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object token, Class<T> representation) {
        if (token == null || !TOKENS.containsValue(token.getClass())) {
            throw new SerializationException("Not a tracking token: " + token);
        }
        T data = converter.convert(json.writeValueAsString(token).getBytes(StandardCharsets.UTF_8), representation);
        return new SimpleSerializedObject<>(data, representation, typeForClass(token.getClass()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        Class<?> type = classForType(serialized.getType());
        if (type == UnknownSerializedType.class) {
            throw new SerializationException(
                    "Not a tracking token: " + serialized.getType().getName());
        }
        try {
            byte[] data = converter.convert(serialized.getData(), byte[].class);
            return (T) json.readValue(data, type);
        } catch (JacksonException e) {
            throw new SerializationException("Unreadable tracking token", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return TOKENS.getOrDefault(type.getName(), UnknownSerializedType.class);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return new SimpleSerializedType(type == null ? "empty" : type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
