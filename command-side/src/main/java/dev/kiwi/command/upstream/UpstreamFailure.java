package dev.kiwi.command.upstream;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No answer that can be used. The message says why in a few words for administrators; it holds no address and no header,
 * because keys stand in those.
 */
public final class UpstreamFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_FAULT_OF_THEIRS = 500;

    /** What a failure says of the service. */
    public enum Kind {
        /** Not reached, cut off, too late. */
        UNREACHABLE,
        /** An answer, and none that was asked for. */
        STATUS,
        /** Too large, or not what it should be. */
        UNUSABLE,
        /** It asks to be left alone for a while. */
        LIMITED,
        /** Not called, because it has failed so often. */
        PAUSED,
        /** Not called, because the address must not be. */
        FORBIDDEN
    }

    private final Kind kind;
    private final int status;
    private final @Nullable Instant until;

    private UpstreamFailure(Kind kind, String reason, int status, @Nullable Instant until, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.status = status;
        this.until = until;
    }

    public static UpstreamFailure unreachable(String reason, @Nullable Throwable cause) {
        return new UpstreamFailure(Kind.UNREACHABLE, reason, 0, null, cause);
    }

    public static UpstreamFailure status(int status) {
        return new UpstreamFailure(Kind.STATUS, "it answers " + status, status, null, null);
    }

    public static UpstreamFailure unusable(String reason) {
        return new UpstreamFailure(Kind.UNUSABLE, reason, 0, null, null);
    }

    public static UpstreamFailure limited(int status, Instant until) {
        return new UpstreamFailure(Kind.LIMITED, "it wants no calls until " + until, status, until, null);
    }

    static UpstreamFailure paused() {
        return new UpstreamFailure(Kind.PAUSED, "it failed too often; the next try is in a while", 0, null, null);
    }

    static UpstreamFailure forbidden(String reason) {
        return new UpstreamFailure(Kind.FORBIDDEN, reason, 0, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Of the answer; 0 when there was none. */
    public int status() {
        return status;
    }

    /** When the service may be called again; null when it did not say. */
    @Nullable
    Instant until() {
        return until;
    }

    /** Whether the same call may well succeed in a moment. */
    boolean isPassing() {
        return kind == Kind.UNREACHABLE || isTheirFault();
    }

    /** Whether it tells that the service is not well; a 404 tells that the caller is not. */
    boolean isOfTheService() {
        return kind == Kind.UNREACHABLE || kind == Kind.UNUSABLE || status == TOO_MANY_REQUESTS || isTheirFault();
    }

    /** Whether it tells that there is nothing to be had under that address, from a service that is well otherwise. */
    public boolean isOfTheRequest() {
        return kind == Kind.UNUSABLE || status == NOT_FOUND || status == GONE;
    }

    private boolean isTheirFault() {
        return kind == Kind.STATUS && status >= FIRST_FAULT_OF_THEIRS;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
