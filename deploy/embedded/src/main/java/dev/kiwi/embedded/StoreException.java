package dev.kiwi.embedded;

/** An embedded store could not be started or stopped; the message says which, why, and where its log is. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
