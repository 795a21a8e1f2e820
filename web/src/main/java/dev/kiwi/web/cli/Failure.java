package dev.kiwi.web.cli;

/** A command that cannot do its work; the message is what the operator reads, the exit status is 1. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message, null, false, false);
    }

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
