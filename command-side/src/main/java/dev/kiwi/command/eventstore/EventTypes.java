package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/** Finds the event classes on the class path. */
public final class EventTypes {
    private static final String SUFFIX = ".class";

    private EventTypes() {}

    /** All classes with {@link EventType} in the package and below, those nested in others too. */
    public static Set<Class<?>> below(String basePackage) {
        String folder = ClassUtils.convertClassNameToResourcePath(basePackage);
        // Classes are loaded, not read: they come out of the AOT cache, while a reader parses each file at each start.
        return Arrays.stream(files(folder))
                .<Class<?>>map(
                        file -> ClassUtils.resolveClassName(name(file, folder), ClassUtils.getDefaultClassLoader()))
                .filter(type -> type.isAnnotationPresent(EventType.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Resource[] files(String folder) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*" + SUFFIX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file, String folder) {
        try {
            String path = file.getURL().getPath();
            return ClassUtils.convertResourcePathToClassName(
                    path.substring(path.lastIndexOf(folder), path.length() - SUFFIX.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
