package dev.kiwi.command.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataModule;
import java.time.Clock;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.ConstructorDetector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores events, metadata and snapshots as JSON under stable names. Fields make the JSON, in snake case, nulls left
 * out; {@link dev.kiwi.api.kernel.PersonalData} is encrypted. Upcasters work on Jackson 3 {@link JsonNode}.
 */
public final class EventSerializer implements Serializer {
    private final EventRegistry registry;
    private final JsonMapper mapper;
    private final MetadataJson metadata;
    private final ChainingConverter converter = new ChainingConverter();

    public EventSerializer(EventRegistry registry, PersonalDataCipher cipher, Clock clock) {
        this.registry = registry;
        this.mapper = JsonMapper.builder()
                .addModule(new PersonalDataModule(cipher))
                // An aggregate's constructors take commands; snapshots are filled field by field.
                .constructorDetector(ConstructorDetector.EXPLICIT_ONLY.withRequireAnnotation(true))
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultVisibility(v -> v.with(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY)
                        .withCreatorVisibility(Visibility.ANY))
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(Include.NON_NULL))
                .build();
        this.metadata = new MetadataJson(mapper, cipher, clock);
        converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        try {
            byte[] json = object instanceof MetaData data
                    ? metadata.write(data)
                    : mapper.writer()
                            .withAttribute(PersonalDataModule.EVENT, type.getName())
                            .writeValueAsBytes(object);
            return new SimpleSerializedObject<>(converter.convert(json, representation), representation, type);
        } catch (JacksonException e) {
            throw new SerializationException("Could not write " + type.getName(), e);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"
    }) // Axon's signature; null for no payload
    public <S, T> T deserialize(SerializedObject<S> stored) {
        if (SerializedType.emptyType().equals(stored.getType())) {
            return null;
        }
        byte[] json = converter.convert(stored, byte[].class).getData();
        try {
            Class<?> type = classForType(stored.getType());
            if (type == MetaData.class) {
                return (T) metadata.read(json);
            }
            return (T) mapper.readerFor(type)
                    .withAttribute(PersonalDataModule.EVENT, stored.getType().getName())
                    .readValue(json);
        } catch (JacksonException e) {
            throw new SerializationException(
                    "Could not read " + stored.getType().getName(), e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        return type.getName().equals(MetaData.class.getName()) ? MetaData.class : registry.classOf(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == Void.TYPE) {
            return SerializedType.emptyType();
        }
        return type == MetaData.class
                ? new SimpleSerializedType(MetaData.class.getName(), null)
                : registry.typeOf(type);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    /** Which names and revisions this serializer knows. */
    public EventRegistry registry() {
        return registry;
    }
}
