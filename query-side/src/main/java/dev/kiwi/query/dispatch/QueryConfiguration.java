package dev.kiwi.query.dispatch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The query bus with every {@link QueryComponent} subscribed. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {
    @Bean
    QueryBus queryBus(ApplicationContext beans) {
        var bus = SimpleQueryBus.builder().build();
        for (String name : beans.getBeanDefinitionNames()) {
            // Spring's own search for annotated beans looks at all supertypes and methods of every bean.
            Class<?> type = beans.getType(name, false);
            if (type != null && type.isAnnotationPresent(QueryComponent.class)) {
                // Query components are stateless beans; the subscription lives as long as the bus.
                new AnnotationQueryHandlerAdapter<>(beans.getBean(name)).subscribe(bus);
            }
        }
        return bus;
    }

    @Bean(destroyMethod = "close")
    ExecutorService queryThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("query-", 0).factory());
    }

    @Bean
    QueryDispatcher queryDispatcher(QueryBus queryBus, ExecutorService queryThreads) {
        return new AxonQueryDispatcher(queryBus, queryThreads);
    }
}
