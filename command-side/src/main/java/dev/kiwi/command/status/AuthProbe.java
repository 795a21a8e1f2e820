package dev.kiwi.command.status;

import dev.kiwi.api.status.ServerStatus.AuthResult;
import dev.kiwi.command.upstream.BoundedHttp;
import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamLimits;
import dev.kiwi.command.upstream.UpstreamRequest;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;

/** Asks the account gateway (misc-btt.md B1). Blocks. */
final class AuthProbe {
    /** Whatever it says, it is there to say it. */
    static final Predicate<UpstreamAnswer> ANSWERS = answer -> answer.status() < 500;

    private static final int LARGEST_ANSWER = 64 << 10;

    private final BoundedHttp http;
    private final URI gateway;
    private final Predicate<UpstreamAnswer> isUp;
    private final UpstreamLimits limits;

    /** @param isUp tells a gateway that is up by its answer, of whose body it has the beginning */
    AuthProbe(BoundedHttp http, URI gateway, Predicate<UpstreamAnswer> isUp, Duration patience) {
        this.http = http;
        this.gateway = gateway;
        this.isUp = isUp;
        this.limits = new UpstreamLimits(patience, LARGEST_ANSWER, 1, Duration.ZERO, 1, Duration.ZERO);
    }

    AuthResult probe() {
        Stopwatch watch = new Stopwatch();
        try {
            UpstreamAnswer answer = http.callForStatus(UpstreamRequest.get(gateway), gateway, limits);
            boolean up = isUp.test(answer);
            return new AuthResult(up, answer.status(), watch.milliseconds(), up ? null : "HTTP " + answer.status());
        } catch (UpstreamFailure e) {
            Throwable cause = e.getCause();
            String error = cause == null ? e.kind().name() : cause.getClass().getSimpleName();
            return new AuthResult(false, null, watch.milliseconds(), error);
        }
    }
}
