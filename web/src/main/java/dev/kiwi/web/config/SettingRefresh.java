package dev.kiwi.web.config;

import dev.kiwi.command.config.SettingChanges;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps this node's settings fresh: it reads them when word of a change arrives, and looks by itself every five seconds,
 * or every second while no word would arrive.
 */
final class SettingRefresh implements SettingChanges, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingRefresh.class);
    private static final String TOPIC = "setting";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int WHEN_TOLD = 5;

    private final LiveSettings settings;
    private final Invalidations invalidations;
    private final BlockingWork blocking;
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile Disposable looking = Disposables.disposed();

    SettingRefresh(LiveSettings settings, Invalidations invalidations, BlockingWork blocking) {
        this.settings = settings;
        this.invalidations = invalidations;
        this.blocking = blocking;
    }

    /** Blocks for the first look, so that no request meets a limit or a feature that is switched otherwise. */
    void start() {
        invalidations.subscribe(TOPIC, key -> blocking.run(this::look).subscribe());
        look();
        looking = Flux.interval(LOOK)
                .onBackpressureDrop()
                .filter(tick -> tick % WHEN_TOLD == 0 || !invalidations.isConnected())
                .concatMap(tick -> blocking.run(this::look), 1)
                .subscribe();
    }

    /** Completes when this node knows every change that is committed now; fails when the store does not answer. */
    Mono<Void> now() {
        return blocking.run(settings::refresh);
    }

    private void look() {
        try {
            settings.refresh();
            if (failing.getAndSet(false)) {
                LOG.info("Settings are read again");
            }
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.warn("Settings stay as they are, their store does not answer: {}", e.toString());
            }
        }
    }

    @Override
    public void settingChangesWithCommit(String key) {
        CurrentUnitOfWork.get().afterCommit(committed -> invalidations.publish(TOPIC, key));
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
