package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.locker.LockerEvents.ItemsStored;
import dev.kiwi.api.locker.LockerEvents.LockerRelabelled;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.locker.Locker;
import dev.kiwi.embedded.TestStores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stable names, never class names. */
class EventSerializerTest {
    private static EventSerializer serializer;
    private static EventSerializer tokens;
    private static SubjectCipher cipher;

    @BeforeAll
    static void open() {
        DataSource dataSource = TestStores.freshDatabase().dataSource();
        EventStoreConfiguration.flyway(dataSource).migrate();
        SubjectKeys keys = Engines.keys(dataSource);
        cipher = new SubjectCipher(keys);
        serializer = Engines.serializer(keys);
        tokens =
                new EventSerializer(new EventRegistry(List.of(TokenMinted.class), Set.of()), cipher, Clock.systemUTC());
    }

    @Test
    void anEventIsSnakeCaseJsonUnderItsNameAndRevision() {
        SerializedObject<byte[]> stored = serializer.serialize(new LockerRelabelled("locker:1", "north"), byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("locker.LockerRelabelled");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo("{\"locker_id\":\"locker:1\",\"label\":\"north\"}");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(new LockerRelabelled("locker:1", "north"));
    }

    @Test
    void anEmptyPersonalListStaysAsItIsAndAnEncryptedOneStillReads() {
        TokenMinted unrestricted = minted(List.of());
        SerializedObject<byte[]> plain = tokens.serialize(unrestricted, byte[].class);
        assertThat(new String(plain.getData(), StandardCharsets.UTF_8)).contains("\"allowed_ips\":[]");
        assertThat(tokens.<byte[], Object>deserialize(plain)).isEqualTo(unrestricted);

        String encrypted = cipher.encrypt(
                "[]".getBytes(StandardCharsets.UTF_8), new Place("token.TokenMinted", "allowed_ips", "account"));
        SerializedObject<byte[]> old = new SimpleSerializedObject<>(
                new String(plain.getData(), StandardCharsets.UTF_8)
                        .replace("[]", '"' + encrypted + '"')
                        .getBytes(StandardCharsets.UTF_8),
                byte[].class,
                plain.getType());
        assertThat(tokens.<byte[], Object>deserialize(old)).isEqualTo(unrestricted);
    }

    @Test
    void aPersonalListThatIsNotEmptyIsEncrypted() {
        TokenMinted restricted = minted(List.of("203.0.113.7"));
        SerializedObject<byte[]> stored = tokens.serialize(restricted, byte[].class);
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .contains("\"allowed_ips\":\"enc:1:")
                .doesNotContain("203.0.113.7");
        assertThat(tokens.<byte[], Object>deserialize(stored)).isEqualTo(restricted);
    }

    private static TokenMinted minted(List<String> ips) {
        return new TokenMinted("token", "account", "name", "prefix", "hash", 0, ips, Instant.EPOCH, null);
    }

    @Test
    void aSnapshotIsNamedByItsAggregateAndTheShapeOfItsFields() {
        assertThat(serializer.typeForClass(Locker.class).getName()).isEqualTo("snapshot.Locker");
        assertThat(serializer.typeForClass(Locker.class).getRevision()).matches("[0-9a-f]{12}");
    }

    @Test
    void anUnregisteredClassIsAnError() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("java.lang.String is no registered event");
    }

    @Test
    void aStoredRevisionWithoutClassOrUpcasterIsAnError() {
        var stored = new SimpleSerializedObject<>(
                "{}".getBytes(StandardCharsets.UTF_8), byte[].class, "locker.ItemsStored", "1");
        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("neither a class nor an upcaster");
    }

    @EventType(name = "locker.ItemsStored", revision = "2")
    record Impostor(String lockerId) {}

    @EventType(name = "NotAName")
    record Nameless() {}

    @Test
    void twoClassesWithOneNameFailTheStart() {
        assertThatThrownBy(() -> new EventRegistry(List.of(ItemsStored.class, Impostor.class), Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("claimed by both");
    }

    @Test
    void aBadNameFailsTheStart() {
        assertThatThrownBy(() -> new EventRegistry(List.of(Nameless.class), Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bad event type");
    }

    @Test
    void theClassPathIsScannedForEvents() {
        assertThat(EventTypes.below("dev.kiwi.api")).contains(ItemsStored.class, LockerRelabelled.class);
    }
}
