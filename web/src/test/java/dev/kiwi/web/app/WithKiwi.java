package dev.kiwi.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Hands out the one {@link RunningKiwi} of the test run, and one more to tests {@link InOrderOfTime}; each is started when first asked for and stopped at the end. */
public final class WithKiwi implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WithKiwi.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningKiwi.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> which = which(test.getRequiredTestClass());
        return test.getRoot().getStore(NAMESPACE).computeIfAbsent(which, key -> new Started(), Started.class).kiwi;
    }

    private static Class<?> which(Class<?> test) {
        if (test.isAnnotationPresent(OfItsOwn.class)) {
            return test;
        }
        return test.isAnnotationPresent(InOrderOfTime.class) ? InOrderOfTime.class : RunningKiwi.class;
    }

    private static final class Started implements AutoCloseable {
        private final Path data = directory();
        private final RunningKiwi kiwi = new RunningKiwi(data);

        private static Path directory() {
            try {
                return Files.createTempDirectory("kiwi-whole-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            kiwi.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
