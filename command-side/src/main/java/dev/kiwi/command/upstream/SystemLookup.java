package dev.kiwi.command.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * As this machine resolves names. The look-up is a native call that would hold the carrier of a virtual thread, for as
 * long as somebody's name server likes: it has a thread of its own, and is waited for five seconds.
 */
public final class SystemLookup implements HostLookup {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        Thread.ofPlatform().daemon().name("upstream-dns").start(lookup);
        try {
            return lookup.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }
}
