package dev.kiwi.command.upstream;

import io.netty.channel.ChannelOption;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * HTTP to the very addresses that were judged: the client resolves nothing itself, follows no redirect, keeps no
 * connection and repeats no request. One event loop of its own, made with the first call: nobody who is called can slow
 * those that serve requests.
 */
public final class JudgedHttp implements AutoCloseable {
    /** Of one's patience that is left for a body whose status is known: what drips in later is not waited for. */
    private static final int SHARE_OF_THE_BODY = 5;

    private final String name;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable LoopResources loops;

    /** @param name of the event loop's thread */
    public JudgedHttp(String name) {
        this.name = name;
    }

    /**
     * Blocks; runs on a virtual thread.
     *
     * @param patience for the connection, and for the status of the answer
     * @param call one exchange
     * @throws UpstreamFailure when it brings nothing
     */
    public <T> T exchange(List<InetSocketAddress> addresses, Duration patience, Function<HttpClient, Mono<T>> call)
            throws UpstreamFailure {
        try (JudgedAddresses judged = new JudgedAddresses(addresses)) {
            T answer = call.apply(client(judged, patience)).block();
            if (answer == null) {
                throw UpstreamFailure.unreachable("the connection was closed without an answer", null);
            }
            return answer;
        } catch (RuntimeException e) {
            throw HttpFaults.failure(Exceptions.unwrap(e));
        }
    }

    private HttpClient client(JudgedAddresses judged, Duration patience) {
        return HttpClient.create(ConnectionProvider.newConnection())
                .runOn(loops(), false)
                .resolver(judged)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(patience.toMillis()))
                .responseTimeout(patience)
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false);
    }

    /** How long the beginning of a body is waited for. */
    public static Duration bodyPatience(Duration patience) {
        return patience.dividedBy(SHARE_OF_THE_BODY);
    }

    /** The first bytes of a body, for whom the status counts however the body ends; empty at least. */
    public static Mono<byte[]> beginning(ByteBufFlux content, int most, Duration patience) {
        return content.asByteArray()
                .scan(new ByteArrayOutputStream(), (read, piece) -> {
                    read.write(piece, 0, Math.min(piece.length, most - read.size()));
                    return read;
                })
                .takeUntil(read -> read.size() >= most)
                .take(bodyPatience(patience))
                .onErrorComplete()
                .takeLast(1)
                .next()
                .map(ByteArrayOutputStream::toByteArray)
                .defaultIfEmpty(new byte[0]);
    }

    private LoopResources loops() {
        LoopResources made = loops;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            LoopResources again = loops;
            LoopResources one = again != null ? again : LoopResources.create(name, 1, true);
            loops = one;
            return one;
        } finally {
            making.unlock();
        }
    }

    @Override
    public void close() {
        LoopResources made = loops;
        if (made != null) {
            made.dispose();
        }
    }
}
