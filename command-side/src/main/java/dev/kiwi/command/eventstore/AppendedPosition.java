package dev.kiwi.command.eventstore;

import java.util.function.Consumer;

/** How the sender of a command learns where its events went: the append runs on the thread that handles the command. */
public final class AppendedPosition {
    private static final ScopedValue<Consumer<Long>> LISTENER = ScopedValue.newInstance();

    private AppendedPosition() {}

    /** Runs the command; the listener gets the last position of each append in it. */
    public static void listen(Consumer<Long> listener, Runnable command) {
        ScopedValue.where(LISTENER, listener).run(command);
    }

    static void appended(long position) {
        if (LISTENER.isBound()) {
            LISTENER.get().accept(position);
        }
    }
}
