package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.eventstore.EventRegistry;
import dev.kiwi.command.eventstore.EventSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

/** A passkey that is used daily makes a stream long enough to be stored as a snapshot. */
class SecondFactorSnapshotTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final EventSerializer serializer = new EventSerializer(
            new EventRegistry(List.of(), List.of(SecondFactor.class)), new NoCipher(), Clock.systemUTC());

    @Test
    void aSnapshotHoldsEveryFactorAndNoName() {
        SecondFactor factor = new SecondFactor();
        factor.evolve(new SecondFactorEnabled("a1", NOW));
        factor.evolve(new PasskeyAdded("a1", "p1", "hash-1", "my phone", false, NOW));
        SerializedObject<byte[]> stored = serializer.serialize(factor, byte[].class);
        SecondFactor again = serializer.deserialize(stored);
        assertThat(text(stored)).contains("p1", "hash-1").doesNotContain("my phone");
        assertThat(text(serializer.serialize(again, byte[].class))).isEqualTo(text(stored));
    }

    private static String text(SerializedObject<byte[]> stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }

    private static final class NoCipher implements PersonalDataCipher {
        @Override
        public String encrypt(byte[] plain, Place place) {
            throw new AssertionError("nothing personal is in the state of second factors");
        }

        @Override
        public byte[] decrypt(String text, Place place) {
            throw new AssertionError("nothing personal is in the state of second factors");
        }
    }
}
