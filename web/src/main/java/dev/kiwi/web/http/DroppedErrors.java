package dev.kiwi.web.http;

import java.util.function.Consumer;
import org.slf4j.Logger;
import reactor.util.context.Context;

/** What becomes of an error that nobody awaits any more, such as one after the client has gone. */
public final class DroppedErrors {
    /** Reactor's own key of a hook for one subscription. */
    private static final String LOCAL_HOOK = "reactor.onErrorDropped.local";

    private DroppedErrors() {}

    /** A line at debug, where Reactor would log a stack trace as an error; for {@code contextWrite}. */
    public static Context toDebug(Logger log, String what) {
        return Context.of(LOCAL_HOOK, (Consumer<Throwable>) error -> log.debug("{}: {}", what, error.toString()));
    }
}
