package dev.kiwi.web.app;

import dev.kiwi.web.demo.DemoData;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the demo data of {@code --demo} beside the running application, and says how far it is. */
@Component
class DemoAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);
    private static final Duration HISTORY = Duration.ofDays(14);

    private final Settings settings;
    private final DemoData demo;
    private int lastTenth;

    DemoAtStart(Settings settings, DemoData demo) {
        this.settings = settings;
        this.demo = demo;
    }

    @EventListener
    void onReadiness(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && settings.flag("KIWI_DEMO")) {
            // A daemon: a stop need not wait for it, and the next start files what is still missing.
            Thread.ofPlatform().daemon().name("demo-data").start(this::load);
        }
    }

    private void load() {
        try {
            int filed = demo.load(HISTORY, this::tell);
            System.out.println("Demo data is loaded: " + filed + " captures filed");
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo data could not be loaded; the next start with --demo goes on from here", e);
        }
    }

    private void tell(int filed, int all) {
        int tenth = filed * 10 / all;
        if (tenth != lastTenth) {
            lastTenth = tenth;
            System.out.println("Demo data: " + filed + " of " + all + " captures");
        }
    }
}
