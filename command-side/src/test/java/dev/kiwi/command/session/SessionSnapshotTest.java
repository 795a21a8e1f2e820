package dev.kiwi.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRefreshed;
import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.eventstore.EventRegistry;
import dev.kiwi.command.eventstore.EventSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

/** A session lives long enough to be stored as a snapshot; what was exchanged a moment ago must survive that. */
class SessionSnapshotTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final EventSerializer serializer = new EventSerializer(
            new EventRegistry(List.of(), List.of(Session.class)), new NoCipher(), Clock.systemUTC());

    @Test
    void aSnapshotIsTheWholeSession() {
        Session session = new Session();
        session.evolve(new SessionOpened("s1", "ada", "hash-1", null, NOW, NOW.plusSeconds(99)));
        session.evolve(new SessionRefreshed("s1", "ada", "hash-2", null, NOW.plusSeconds(1)));
        SerializedObject<byte[]> stored = serializer.serialize(session, byte[].class);
        Session again = serializer.deserialize(stored);
        assertThat(text(stored)).contains("hash-1", "hash-2", "2026-11-21T10:01:39Z");
        assertThat(text(serializer.serialize(again, byte[].class))).isEqualTo(text(stored));
    }

    private static String text(SerializedObject<byte[]> stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }

    private static final class NoCipher implements PersonalDataCipher {
        @Override
        public String encrypt(byte[] plain, Place place) {
            throw new AssertionError("nothing personal is in a session's state");
        }

        @Override
        public byte[] decrypt(String text, Place place) {
            throw new AssertionError("nothing personal is in a session's state");
        }
    }
}
