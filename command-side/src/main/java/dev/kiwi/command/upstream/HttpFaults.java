package dev.kiwi.command.upstream;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import reactor.netty.http.client.PrematureCloseException;

/** What the client's exceptions mean. */
final class HttpFaults {
    private HttpFaults() {}

    static UpstreamFailure failure(Throwable fault) {
        return switch (fault) {
            case UpstreamFailure failure -> failure;
            case CappedBytes.TooLarge tooLarge -> UpstreamFailure.unusable(String.valueOf(tooLarge.getMessage()));
            case TimeoutException _, ReadTimeoutException _, SslHandshakeTimeoutException _ ->
                UpstreamFailure.unreachable("no answer in time", fault);
            case ConnectException _ -> UpstreamFailure.unreachable("the connection was refused", fault);
            case SSLException _ ->
                UpstreamFailure.unreachable(
                        "no TLS connection: the certificate or the protocol is not accepted", fault);
            case PrematureCloseException _ ->
                UpstreamFailure.unreachable("the connection was closed without a whole answer", fault);
            case DecoderException _ -> UpstreamFailure.unusable("its answer is no HTTP");
            default -> wrapped(fault);
        };
    }

    private static UpstreamFailure wrapped(Throwable fault) {
        return fault.getCause() instanceof TimeoutException
                ? UpstreamFailure.unreachable("no answer in time", fault)
                : UpstreamFailure.unreachable("no answer: " + fault.getClass().getSimpleName(), fault);
    }
}
