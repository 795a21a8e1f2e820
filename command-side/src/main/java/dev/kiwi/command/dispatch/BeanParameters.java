package dev.kiwi.command.dispatch;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** Gives beans to handlers that ask for them as parameters ({@code Claims}, {@code Clock}), beside the message. */
final class BeanParameters implements ParameterResolverFactory {
    private final ListableBeanFactory beans;
    /** Whether there are beans of a type: hundreds of handlers ask for a handful of types, and each look is at every bean. */
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    BeanParameters(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        // Parameter 0 is the message itself; a bean of such a type would hide it.
        return index == 0 || !known.computeIfAbsent(type, this::isBean) ? null : new BeanParameter(beans, type);
    }

    private boolean isBean(Class<?> type) {
        return beans.getBeanNamesForType(type, true, false).length > 0;
    }

    private record BeanParameter(BeanFactory beans, Class<?> type) implements ParameterResolver<Object> {
        @Override
        public Object resolveParameterValue(Message<?> message) {
            return beans.getBean(type);
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
