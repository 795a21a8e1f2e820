package dev.kiwi.web.pageview;

import dev.kiwi.api.pageview.RecordedView;
import dev.kiwi.projection.pageview.PageViewLog;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.LogRetention;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.web.telemetry.Recorder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the recording of page views. */
@Configuration(proxyBeanMethods = false)
class PageViewConfiguration {
    @Bean
    Recorder<RecordedView> viewRecorder(DataSource dataSource, MeterRegistry meters) {
        return new Recorder<>("page_view", new TelemetryLog<>(dataSource, PageViewLog.LOG)::append, meters);
    }

    @Bean
    PageViewFilter pageViewFilter(
            Recorder<RecordedView> viewRecorder,
            Clock clock,
            @Value("${kiwi.secret-key}") String secretKey,
            @Value("${PAGEVIEW_TRACKING_ENABLED:true}") boolean enabled) {
        return new PageViewFilter(viewRecorder, new VisitorHash(secretKey), clock, enabled);
    }

    @Bean
    LogProjector pageViewProjector(DataSource dataSource) {
        return new LogProjector(dataSource, PageViewLog.BY_DAY);
    }

    @Bean
    LogRetention pageViewRetention(
            DataSource dataSource,
            @Qualifier("pageViewProjector") LogProjector projector,
            Clock clock,
            @Value("${PAGEVIEW_RETENTION_DAYS:90}") int days) {
        return new LogRetention(dataSource, PageViewLog.LOG, projector, clock, Duration.ofDays(days));
    }
}
