package dev.kiwi.api.kernel;

/** A read model has not reached the position that is asked for: no fault of whoever asks, and worth another try later. */
public final class NotThereYet extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NotThereYet(Projection readModel, long position) {
        super("The read model " + readModel.key() + " has not reached position " + position + " yet");
    }
}
