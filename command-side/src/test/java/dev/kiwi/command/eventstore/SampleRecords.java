package dev.kiwi.command.eventstore;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a record with something in every component, as a first draft of a sample. */
final class SampleRecords {
    private SampleRecords() {}

    static Object of(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getName(), component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("write the sample of " + type.getName() + " by hand", e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            return raw == Map.class
                    ? Map.of(value("key", arguments[0]), value(name, arguments[1]))
                    : raw == Set.class ? Set.of(value(name, arguments[0])) : List.of(value(name, arguments[0]));
        }
        return plain(name, (Class<?>) type);
    }

    private static Object plain(String name, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "Object" -> name;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "double", "Double" -> 1.5;
            case "boolean", "Boolean" -> true;
            case "Instant" -> Instant.parse("2026-01-02T03:04:05Z");
            case "LocalDate" -> LocalDate.parse("2026-01-02");
            case "Duration" -> Duration.ofMinutes(5);
            default -> type.isEnum() ? type.getEnumConstants()[0] : of(type);
        };
    }
}
