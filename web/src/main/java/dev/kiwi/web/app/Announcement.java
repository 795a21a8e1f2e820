package dev.kiwi.web.app;

import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people (one line) and the script (a file) that Kiwi takes requests, and takes the file back at the stop. */
@Component
class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Settings settings;
    private final Clock clock;
    private final WebServerApplicationContext web;

    Announcement(Settings settings, Clock clock, WebServerApplicationContext web) {
        this.settings = settings;
        this.clock = clock;
        this.web = web;
    }

    @EventListener
    void onReadiness(AvailabilityChangeEvent<ReadinessState> change) {
        InstanceFile file = InstanceFile.in(DataDirectory.of(settings));
        int port = Objects.requireNonNull(web.getWebServer()).getPort();
        // A stop during the start has closed the port already; that is not ready.
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && port > 0) {
            String url = "http://localhost:" + port;
            Consistency.warnings(settings).forEach(LOG::warn);
            file.write(url, settings.text("KIWI_OPERATOR_SECRET"), clock.instant());
            System.out.println("Kiwi is ready: " + url + " (API document " + url + "/openapi.json, health " + url
                    + "/actuator/health/readiness)");
        } else {
            file.delete();
        }
    }
}
