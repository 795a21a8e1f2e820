package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.EventType;
import dev.kiwi.command.crypto.PersonalFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/** Which class stands behind a stored name and revision, and the other way round. */
public final class EventRegistry {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*\\.[A-Z][A-Za-z0-9]*");
    private static final String SNAPSHOT = "snapshot.";

    private final Map<Stored, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, Stored> names = new HashMap<>();

    private record Stored(String name, String revision) {}

    /**
     * @param events records with {@link EventType}
     * @param aggregates types whose snapshots are stored
     * @throws IllegalStateException for a bad name, a name that two classes claim, or personal data without a subject
     */
    public EventRegistry(Collection<Class<?>> events, Collection<Class<?>> aggregates) {
        for (Class<?> event : events) {
            EventType type = event.getAnnotation(EventType.class);
            if (type == null) {
                throw new IllegalStateException(event.getName() + " has no @EventType");
            }
            if (!NAME.matcher(type.name()).matches() || !type.revision().matches("[1-9][0-9]*")) {
                throw new IllegalStateException(event.getName() + ": bad event type " + type);
            }
            register(new Stored(type.name(), type.revision()), event);
        }
        for (Class<?> aggregate : aggregates) {
            register(new Stored(SNAPSHOT + aggregate.getSimpleName(), SnapshotShape.of(aggregate)), aggregate);
        }
    }

    private void register(Stored stored, Class<?> type) {
        PersonalFields.of(type);
        Class<?> other = classes.putIfAbsent(stored, type);
        if (other != null && other != type) {
            throw new IllegalStateException(stored.name() + " revision " + stored.revision() + " is claimed by both "
                    + other.getName() + " and " + type.getName());
        }
        names.put(type, stored);
    }

    /** @throws SerializationException when no class stands for it: it needs a class or an upcaster */
    Class<?> classOf(SerializedType type) {
        Class<?> found = classes.get(new Stored(type.getName(), String.valueOf(type.getRevision())));
        if (found == null) {
            throw new SerializationException("Stored event " + type.getName() + " revision " + type.getRevision()
                    + " has neither a class nor an upcaster to a newer revision");
        }
        return found;
    }

    /** @throws SerializationException when the class is not registered */
    SerializedType typeOf(Class<?> type) {
        Stored stored = names.get(type);
        if (stored == null) {
            throw new SerializationException(
                    type.getName() + " is no registered event: it needs @EventType and a place" + " in dev.kiwi.api");
        }
        return new SimpleSerializedType(stored.name(), stored.revision());
    }

    /** False for a snapshot that was taken of another shape of its aggregate; it is then rebuilt from its events. */
    boolean isCurrentSnapshot(SerializedType type) {
        return classes.containsKey(new Stored(type.getName(), String.valueOf(type.getRevision())));
    }

    /** Newest names with revisions, sorted, as {@code name@revision}. */
    public List<String> eventNames() {
        return classes.keySet().stream()
                .filter(stored -> !stored.name().startsWith(SNAPSHOT))
                .map(stored -> stored.name() + '@' + stored.revision())
                .sorted()
                .toList();
    }
}
