package dev.kiwi.projection.machinery;

import org.axonframework.eventhandling.EventMessage;

/**
 * Decodes what a projector is going to take on the thread that reads the store, while another thread writes rows. What
 * cannot be decoded fails again, and is parked, at its own event.
 */
final class AheadDecoder {
    private final boolean isByPayload;
    private final Foreseeing projector;
    private volatile boolean off;

    private AheadDecoder(boolean isByPayload, Foreseeing projector, boolean off) {
        this.isByPayload = isByPayload;
        this.projector = projector;
        this.off = off;
    }

    /** For a rebuild; a live projector decodes its few events itself. */
    static AheadDecoder of(GuardedHandler handler, Version version) {
        // Who takes whatever there is takes the message, and needs no payload.
        return new AheadDecoder(!handler.canHandleType(Object.class), handler, !version.isShadow());
    }

    void decode(EventMessage<?> event) {
        if (off) {
            return;
        }
        try {
            if (isByPayload) {
                projector.foresee(event.getPayload());
            } else {
                Object _ = event.getMetaData();
            }
        } catch (RuntimeException | Error _) {
            // The store may be away: a second time-out an event would keep the reader from being stopped.
            off = true;
        }
    }
}
