package dev.kiwi.bench.annex;

import dev.kiwi.api.kernel.Actor;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.types.ObjectId;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends commands to the gateway from within Kiwi's process, a fixed number in flight. */
final class GatewayLoad {
    private static final int HASH_BYTES = 32;
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final CommandDispatcher dispatcher;

    GatewayLoad(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    record Order(String accountId, double seconds, int inFlight) {}

    record Outcome(long commands, double seconds) {}

    @ResponseBody
    Mono<Outcome> run(@RequestBody Order order) {
        return Mono.fromCallable(() -> send(order)).subscribeOn(Schedulers.boundedElastic());
    }

    private Outcome send(Order order) throws InterruptedException {
        Semaphore free = new Semaphore(order.inFlight());
        AtomicReference<Throwable> failed = new AtomicReference<>();
        long begin = System.nanoTime();
        long deadline = begin + (long) (order.seconds() * 1e9);
        long commands = 0;
        while (System.nanoTime() < deadline) {
            free.acquire();
            dispatcher
                    .dispatch(mint(order.accountId()), context(order.accountId()))
                    .whenComplete((done, failure) -> {
                        free.release();
                        if (failure != null) {
                            failed.set(failure);
                        }
                    });
            commands++;
        }
        free.acquire(order.inFlight());
        if (failed.get() != null) {
            throw new IllegalStateException("A command has failed", failed.get());
        }
        return new Outcome(commands, (System.nanoTime() - begin) / 1e9);
    }

    private static MintToken mint(String accountId) {
        byte[] hash = new byte[HASH_BYTES];
        ThreadLocalRandom.current().nextBytes(hash);
        return new MintToken(
                ObjectId.get().toHexString(),
                accountId,
                "bench",
                "kiwi_abcdefgh",
                HexFormat.of().formatHex(hash),
                0,
                List.of(),
                LIFETIME);
    }

    /** As of a request over HTTP. */
    private static CommandContext context(String accountId) {
        String request = UUID.randomUUID().toString();
        return new CommandContext(Actor.account(accountId), accountId, request, request, null, "127.0.0.1");
    }
}
