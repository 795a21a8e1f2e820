package dev.kiwi.command.dispatch;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** Gives beans to handlers that ask for them as parameters ({@code Claims}, {@code Clock}), beside the message. */
final class BeanParameters implements ParameterResolverFactory {
    private final ListableBeanFactory beans;

    BeanParameters(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        // Parameter 0 is the message itself; a bean of such a type would hide it.
        if (index == 0 || beans.getBeanNamesForType(type, true, false).length == 0) {
            return null;
        }
        return new BeanParameter(beans, type);
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
