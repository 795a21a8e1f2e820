package dev.kiwi.command.crypto;

import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Teaches a mapper to encrypt every {@link PersonalData} component, at any depth, with the key of the
 * {@link DataSubject} beside it. The writer and the reader carry the event's name in attribute {@link #EVENT}.
 */
public final class PersonalDataModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Name of the attribute with the stable event name. */
    public static final String EVENT = "kiwi.event";

    public PersonalDataModule(PersonalDataCipher cipher) {
        super("personal-data");
        setSerializerModifier(new Encrypting(cipher));
        setDeserializerModifier(new Decrypting(cipher));
    }

    private static final class Encrypting extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;
        private final transient PersonalDataCipher cipher;

        Encrypting(PersonalDataCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
            PersonalFields fields = PersonalFields.of(bean.getBeanClass());
            if (fields.isEmpty()) {
                return properties;
            }
            BeanPropertyWriter subject =
                    only(properties, p -> fields.isSubject(p.getMember().getName()));
            List<BeanPropertyWriter> changed = new ArrayList<>();
            for (BeanPropertyWriter property : properties) {
                boolean personal = fields.isPersonal(property.getMember().getName());
                changed.add(personal ? new EncryptedProperty(property, subject, cipher) : property);
            }
            return changed;
        }
    }

    private static final class Decrypting extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;
        private final transient PersonalDataCipher cipher;

        Decrypting(PersonalDataCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
            PersonalFields fields = PersonalFields.of(bean.getBeanClass());
            if (fields.isEmpty()) {
                return deserializer;
            }
            List<BeanPropertyDefinition> properties = bean.get().findProperties();
            String subject =
                    only(properties, p -> fields.isSubject(p.getInternalName())).getName();
            List<String> personal = properties.stream()
                    .filter(p -> fields.isPersonal(p.getInternalName()))
                    .map(BeanPropertyDefinition::getName)
                    .toList();
            return new DecryptingDeserializer(deserializer, subject, personal, cipher);
        }
    }

    private static <T> T only(List<T> candidates, Predicate<T> wanted) {
        return candidates.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("@PersonalData needs a @DataSubject that is stored"));
    }
}
