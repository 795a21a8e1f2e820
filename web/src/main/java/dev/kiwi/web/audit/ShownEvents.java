package dev.kiwi.web.audit;

import dev.kiwi.api.kernel.Confidential;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.StdSerializer;

/** Events as administrators see them: whole, but for what is {@link Confidential}. */
final class ShownEvents {
    private static final String HIDDEN = "hidden";

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(new HidingConfidential())
            .build();

    JsonNode show(Object event) {
        return json.valueToTree(event);
    }

    private static final class HidingConfidential extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated member) {
            return member.hasAnnotation(Confidential.class) ? new Hidden() : super.findSerializer(config, member);
        }
    }

    /** Stands in for a value; an erased one stays null. */
    private static final class Hidden extends StdSerializer<Object> {
        Hidden() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(HIDDEN);
        }
    }
}
