package dev.kiwi.command.crypto;

import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replaces encrypted components by their values before the bean is built; what is gone for good reads as null. */
final class DecryptingDeserializer extends DelegatingDeserializer {
    private static final JsonMapper PLAIN = JsonMapper.shared();

    private final String subject;
    private final List<String> personal;
    private final PersonalDataCipher cipher;

    DecryptingDeserializer(
            ValueDeserializer<?> delegate, String subject, List<String> personal, PersonalDataCipher cipher) {
        super(delegate);
        this.subject = subject;
        this.personal = personal;
        this.cipher = cipher;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
        return new DecryptingDeserializer(delegate, subject, personal, cipher);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode tree = context.readTree(parser);
        if (tree instanceof ObjectNode object) {
            personal.forEach(component -> decrypt(object, component, context));
        }
        try (JsonParser decrypted = context.treeAsTokens(tree)) {
            decrypted.nextToken();
            return super.deserialize(decrypted, context);
        }
    }

    private void decrypt(ObjectNode object, String component, DeserializationContext context) {
        JsonNode stored = object.get(component);
        if (stored == null || stored.isNull() || stored.isArray() && stored.isEmpty()) {
            return;
        }
        Object event = Objects.requireNonNull(context.getAttribute(PersonalDataModule.EVENT), "no event name");
        Place place =
                new Place(event.toString(), component, object.path(subject).asString());
        byte[] plain = cipher.decrypt(stored.asString(), place);
        if (plain == null) {
            object.putNull(component);
        } else {
            object.set(component, PLAIN.readTree(plain));
        }
    }
}
