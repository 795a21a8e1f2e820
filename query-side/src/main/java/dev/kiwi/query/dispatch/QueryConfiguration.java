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
        for (Object component :
                beans.getBeansWithAnnotation(QueryComponent.class).values()) {
            // Query components are stateless beans; the subscription lives as long as the bus.
            new AnnotationQueryHandlerAdapter<>(component).subscribe(bus);
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
