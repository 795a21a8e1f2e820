package dev.kiwi.command.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * The aggregate that a command names by its {@code @TargetAggregateIdentifier} method. Axon's own resolver searches the
 * class for annotations again with every command.
 */
final class AnnotatedTarget implements CommandTargetResolver {
    private final ClassValue<Optional<Method>> methods = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> command) {
            return Arrays.stream(command.getMethods())
                    .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst();
        }
    };

    /** @throws IllegalArgumentException when the command names none */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return methods.get(command.getPayloadType())
                .map(method -> invoke(method, command.getPayload()))
                .map(id -> new VersionedAggregateIdentifier(id.toString(), null))
                .orElseThrow(() -> new IllegalArgumentException(command.getPayloadType() + " names no aggregate"));
    }

    private static Object invoke(Method method, Object command) {
        try {
            return method.invoke(command);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("The aggregate of " + command.getClass() + " cannot be read", e);
        }
    }
}
