package dev.kiwi.command.eventstore;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** A revision for snapshots that changes by itself when a field of the aggregate, or of a type in it, changes. */
final class SnapshotShape {
    private final Set<Class<?>> seen = new HashSet<>();
    private final StringBuilder shape = new StringBuilder();

    private SnapshotShape() {}

    static String of(Class<?> aggregate) {
        SnapshotShape walk = new SnapshotShape();
        walk.describe(aggregate);
        byte[] hash = Sha256.of(walk.shape.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 6);
    }

    private void describe(Class<?> type) {
        if (!type.getName().startsWith("dev.kiwi.") || !seen.add(type)) {
            return;
        }
        shape.append(type.getSimpleName()).append('{');
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .sorted(Comparator.comparing(Field::getName))
                .forEach(this::describe);
        shape.append('}');
    }

    private void describe(Field field) {
        shape.append(field.getName()).append(':').append(field.getGenericType().getTypeName());
        shape.append(';');
        describe(field.getType());
        if (field.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
            for (var argument : generic.getActualTypeArguments()) {
                if (argument instanceof Class<?> type) {
                    describe(type);
                }
            }
        }
    }
}
