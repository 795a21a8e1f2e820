package dev.kiwi.command.account;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 of {@code account.GithubLinked} was of accounts that were there already. */
@Component
public final class GithubLinkedUpcaster extends SingleEventUpcaster {
    private static final String EVENT = "account.GithubLinked";

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType(EVENT, "1"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(EVENT, "2"),
                JsonNode.class,
                json -> ((ObjectNode) json).put("registered", false));
    }
}
