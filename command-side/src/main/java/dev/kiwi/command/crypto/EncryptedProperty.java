package dev.kiwi.command.crypto;

import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.util.Collection;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Writes a personal component as encrypted JSON text; writes nothing for null or for a destroyed subject. An empty
 * collection says nothing about anybody and stays as it is.
 */
final class EncryptedProperty extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper PLAIN = JsonMapper.shared();

    private final BeanPropertyWriter subject;
    private final transient PersonalDataCipher cipher;

    EncryptedProperty(BeanPropertyWriter property, BeanPropertyWriter subject, PersonalDataCipher cipher) {
        super(property);
        this.subject = subject;
        this.cipher = cipher;
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context) throws Exception {
        Object value = get(bean);
        if (value == null) {
            return;
        }
        if (value instanceof Collection<?> all && all.isEmpty()) {
            super.serializeAsProperty(bean, json, context);
            return;
        }
        Object whose = Objects.requireNonNull(subject.get(bean), "personal data without a data subject");
        Object event = Objects.requireNonNull(context.getAttribute(PersonalDataModule.EVENT), "no event name");
        String encrypted = cipher.encrypt(
                PLAIN.writeValueAsBytes(value), new Place(event.toString(), getName(), whose.toString()));
        if (encrypted != null) {
            json.writeStringProperty(getName(), encrypted);
        }
    }
}
