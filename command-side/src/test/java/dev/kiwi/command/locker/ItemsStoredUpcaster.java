package dev.kiwi.command.locker;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 held one {@code item}; revision 2 holds a list. */
public final class ItemsStoredUpcaster extends SingleEventUpcaster {
    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType("locker.ItemsStored", "1"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(new SimpleSerializedType("locker.ItemsStored", "2"), JsonNode.class, json -> {
            ObjectNode object = (ObjectNode) json;
            object.putArray("items").add(object.remove("item"));
            return object;
        });
    }
}
