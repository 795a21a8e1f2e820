package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.EventType;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the event classes on the class path. */
public final class EventTypes {
    private EventTypes() {}

    /** All classes with {@link EventType} in the package and below. */
    public static Set<Class<?>> below(String basePackage) {
        return new Scanner()
                .findCandidateComponents(basePackage).stream()
                        .map(found -> ClassUtils.resolveClassName(
                                String.valueOf(found.getBeanClassName()), ClassUtils.getDefaultClassLoader()))
                        .collect(Collectors.toSet());
    }

    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {
        Scanner() {
            super(false);
            addIncludeFilter(new AnnotationTypeFilter(EventType.class));
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            // Records nested in a sealed interface count too.
            return true;
        }
    }
}
