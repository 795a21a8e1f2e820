package dev.kiwi.projection.audit;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the account that an event names: its component {@code accountId}, as all contexts call it. */
final class NamedAccounts {
    private static final String COMPONENT = "accountId";

    private final Map<Class<?>, Optional<Method>> accessors = new ConcurrentHashMap<>();

    /** Null for an event that names none. */
    @Nullable
    String of(Object event) {
        Optional<Method> accessor = accessors.computeIfAbsent(event.getClass(), NamedAccounts::accessor);
        try {
            return accessor.isEmpty() ? null : (String) accessor.get().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event.getClass() + " does not tell its account", e);
        }
    }

    private static Optional<Method> accessor(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component ->
                                component.getName().equals(COMPONENT) && component.getType() == String.class)
                        .map(RecordComponent::getAccessor)
                        .findFirst()
                : Optional.empty();
    }
}
