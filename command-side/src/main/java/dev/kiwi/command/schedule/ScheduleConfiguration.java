package dev.kiwi.command.schedule;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Collects the {@link ScheduledJob} beans of all contexts. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
    @Bean
    @DependsOn("eventStoreSchema")
    Jobs scheduledJobs(
            List<ScheduledJob> jobs, DataSource dataSource, Clock clock, @Value("${kiwi.node-id}") String nodeId) {
        return new Jobs(jobs, new Leadership(dataSource), new JobTable(dataSource, clock), nodeId, clock);
    }

    @Bean
    JobMetrics jobMetrics(Jobs jobs) {
        return new JobMetrics(jobs);
    }
}
