package dev.kiwi.command.account;

import dev.kiwi.api.account.PasswordCause;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 of {@code account.PasswordReplaced} knew no cause: nobody but the operator could replace a password. */
@Component
public final class PasswordReplacedUpcaster extends SingleEventUpcaster {
    private static final String EVENT = "account.PasswordReplaced";

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType(EVENT, "1"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(EVENT, "2"),
                JsonNode.class,
                json -> ((ObjectNode) json).put("cause", PasswordCause.OPERATOR.text()));
    }
}
