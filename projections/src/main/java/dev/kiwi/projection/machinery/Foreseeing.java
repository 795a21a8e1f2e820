package dev.kiwi.projection.machinery;

/** A projector that is told in a rebuild what it is going to be given, so that it can begin a slow read. */
public interface Foreseeing {
    /**
     * Called on the thread that reads the store, in the order of the store, some time before the handler. An event may be
     * handled without it, and again after it.
     *
     * @param event the payload of an event that the projector handles
     */
    void foresee(Object event);
}
