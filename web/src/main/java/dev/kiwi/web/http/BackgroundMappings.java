package dev.kiwi.web.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The routes, found on a second thread while the first one makes the other beans: reading the annotations of all
 * controllers is a tenth of what a start does one after the other. The start waits for them before the server listens.
 */
// Spring's own extension point; it has no other way to say when routes are looked for.
final class BackgroundMappings extends RequestMappingHandlerMapping implements SmartInitializingSingleton {
    private static final Executor THREAD =
            task -> Thread.ofPlatform().daemon().name("routes").start(task);

    private CompletableFuture<Void> routes = CompletableFuture.completedFuture(null);

    @Override
    protected void initHandlerMethods() {
        ApplicationContext beans = obtainApplicationContext();
        routes = CompletableFuture.runAsync(() -> detect(beans), THREAD);
    }

    /** By the definitions: a search by type would wait for factories, which the first thread is making. */
    private void detect(ApplicationContext beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && isHandler(type)) {
                detectHandlerMethods(name);
            }
        }
    }

    /** @throws IllegalStateException when two controllers have the same route */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            routes.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        handlerMethodsInitialized(getHandlerMethods());
    }
}
