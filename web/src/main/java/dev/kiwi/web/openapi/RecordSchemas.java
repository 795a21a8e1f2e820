package dev.kiwi.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Schemas as our JSON is: snake_case, which the document's own mapper does not know, and for records what is
 * {@link Nullable} may be null or absent, all else is required.
 */
final class RecordSchemas extends ModelResolver {
    private static final PropertyNamingStrategies.NamingBase NAMES =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();

    RecordSchemas() {
        super(Json.mapper().copy().setPropertyNamingStrategy(NAMES));
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = super.resolve(type, context, chain);
        Class<?> java = _mapper.constructType(type.getType()).getRawClass();
        if (schema == null || !java.isRecord()) {
            return schema;
        }
        Schema<?> model = schema;
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(REFERENCE.length());
            requireOwnName(name, java);
            model = context.getDefinedModels().get(name);
        }
        if (model != null && model.getProperties() != null) {
            mark(model, java.getRecordComponents());
        }
        return schema;
    }

    /** Of two records with one simple name the library would show one in place of both. */
    private void requireOwnName(String name, Class<?> java) {
        Class<?> other = owners.putIfAbsent(name, java);
        if (other != null && other != java) {
            throw new IllegalStateException("The OpenAPI document has one schema " + name + " for both "
                    + other.getName() + " and " + java.getName() + "; rename one");
        }
    }

    @SuppressWarnings("rawtypes")
    private static void mark(Schema<?> model, RecordComponent[] components) {
        Map<String, Schema> properties = model.getProperties();
        for (RecordComponent component : components) {
            String name = name(component);
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType() instanceof AnnotatedParameterizedType container) {
                markContents(property, container);
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(name, nullable(property));
            } else if (model.getRequired() == null || !model.getRequired().contains(name)) {
                model.addRequiredItem(name);
            }
        }
    }

    /** What a list may hold null of, and a map anything. */
    private static void markContents(Schema<?> property, AnnotatedParameterizedType container) {
        java.lang.reflect.AnnotatedType[] held = container.getAnnotatedActualTypeArguments();
        java.lang.reflect.AnnotatedType last = held[held.length - 1];
        if (property.getItems() != null && last.isAnnotationPresent(Nullable.class)) {
            property.setItems(nullable(property.getItems()));
        } else if (last.getType() == Object.class) {
            property.setAdditionalProperties(true);
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? NAMES.translate(component.getName()) : given.value();
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        return property;
    }
}
