package dev.kiwi.command.eventstore;

import dev.kiwi.api.locker.LockerEvents.ItemsStored;
import dev.kiwi.api.locker.LockerEvents.LockerRelabelled;
import dev.kiwi.api.locker.LockerEvents.LockerRented;
import dev.kiwi.api.locker.LockerEvents.VisitorsNoted;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeyTable;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.locker.ItemsStoredUpcaster;
import dev.kiwi.command.locker.Locker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Engines without Spring, for tests of the engine alone. */
final class Engines {
    static final List<Class<?>> EVENTS =
            List.of(LockerRented.class, ItemsStored.class, LockerRelabelled.class, VisitorsNoted.class);

    private Engines() {}

    static EventSerializer serializer(SubjectKeys keys) {
        return new EventSerializer(
                new EventRegistry(EVENTS, List.of(Locker.class)), new SubjectCipher(keys), Clock.systemUTC());
    }

    static SubjectKeys keys(DataSource dataSource) {
        return new SubjectKeys(new SubjectKeyTable(dataSource), new DerivedKeys(TestNode.SECRET), Clock.systemUTC());
    }

    static GroupCommitEngine on(DataSource dataSource, Clock clock) {
        return new GroupCommitEngine(
                dataSource,
                serializer(keys(dataSource)),
                new EventUpcasterChain(new ItemsStoredUpcaster()),
                clock,
                EventStoreProperties.in(Path.of("unused"), TestNode.SECRET));
    }

    static DomainEventMessage<?> event(String aggregateId, long sequence) {
        return new GenericDomainEventMessage<>(
                "Locker", aggregateId, sequence, new ItemsStored(aggregateId, List.of("item " + sequence)));
    }

    static Stream<Long> upTo(long last) {
        return Stream.iterate(1L, n -> n <= last, n -> n + 1);
    }
}
