package dev.kiwi.bench.annex;

import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.token.TokenEvent;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.bson.types.ObjectId;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Appends token events in large groups through the storage engine, so that positions and hash chain are as of single
 * commands. Every tenth token is revoked.
 */
final class EventFill {
    private static final int GROUP = 1_000;
    private static final int REVOKED = 10;
    private static final int ACCOUNTS = 1_000;
    private static final int HASH_BYTES = 32;
    private static final String AGGREGATE = "ApiToken";

    private final EventStorageEngine engine;
    private final List<String> accounts = new ArrayList<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    EventFill(EventStorageEngine engine) {
        this.engine = engine;
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(ObjectId.get().toHexString());
        }
    }

    record Order(int events) {}

    record Outcome(int events) {}

    @ResponseBody
    Mono<Outcome> run(@RequestBody Order order) {
        return Mono.fromCallable(() -> append(order)).subscribeOn(Schedulers.boundedElastic());
    }

    private Outcome append(Order order) {
        List<EventMessage<?>> group = new ArrayList<>();
        for (int done = 0; done < order.events(); done++) {
            group.add(next(done, group));
            if (group.size() == GROUP || done + 1 == order.events()) {
                engine.appendEvents(group);
                group.clear();
            }
        }
        return new Outcome(order.events());
    }

    /** A minted token, or the revocation of the one before. */
    private EventMessage<?> next(int number, List<EventMessage<?>> group) {
        boolean revokes = number % (REVOKED + 1) == REVOKED && !group.isEmpty();
        return revokes && group.getLast().getPayload() instanceof TokenMinted minted
                ? message(1, new TokenRevoked(minted.tokenId(), "bench", now), minted.accountId())
                : message(0, minted());
    }

    private TokenMinted minted() {
        byte[] hash = new byte[HASH_BYTES];
        ThreadLocalRandom.current().nextBytes(hash);
        return new TokenMinted(
                ObjectId.get().toHexString(),
                accounts.get(ThreadLocalRandom.current().nextInt(ACCOUNTS)),
                "bench",
                "kiwi_abcdefgh",
                HexFormat.of().formatHex(hash),
                0,
                List.of(),
                now,
                now.plus(30, ChronoUnit.DAYS));
    }

    private static EventMessage<?> message(long sequence, TokenMinted minted) {
        return message(sequence, minted, minted.accountId());
    }

    private static EventMessage<?> message(long sequence, TokenEvent event, String accountId) {
        String request = UUID.randomUUID().toString();
        Map<String, String> metadata = Map.of(
                MetadataKeys.ACTOR_KIND, "account",
                MetadataKeys.ACTOR_ID, accountId,
                MetadataKeys.SUBJECT, accountId,
                MetadataKeys.REQUEST_ID, request,
                MetadataKeys.CORRELATION_ID, request,
                MetadataKeys.IP, "127.0.0.1");
        return new GenericDomainEventMessage<>(AGGREGATE, TokenKey.of(event.tokenId()), sequence, event, metadata);
    }
}
