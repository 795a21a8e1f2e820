package dev.kiwi.command.ingest;

import dev.kiwi.command.dispatch.AggregateDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ingest context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {
    @Bean
    AggregateDefinition<Submission> submissionAggregate() {
        return new AggregateDefinition<>(Submission.class, 0);
    }
}
