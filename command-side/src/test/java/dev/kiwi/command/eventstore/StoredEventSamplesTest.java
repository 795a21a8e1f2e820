package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.crypto.PersonalDataCipher;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event of {@code dev.kiwi.api} has an approved sample of each revision ever written, which reads through the
 * upcasters of {@code dev.kiwi.command} as today's class. A sample is never edited: a new shape takes a new revision,
 * a new sample and an upcaster. In samples personal data is {@code plain:<json>} instead of encrypted.
 */
class StoredEventSamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final EventRegistry REGISTRY = new EventRegistry(EventTypes.below("dev.kiwi.api"), Set.of());
    private static final EventSerializer SERIALIZER =
            new EventSerializer(REGISTRY, new PlainCipher(), Clock.systemUTC());
    private static final EventUpcaster UPCASTERS = new EventUpcasterChain(upcasters());

    private final StoredEventSamples samples = StoredEventSamples.onClassPath();

    @Test
    void everyEventHasASampleOfItsNewestRevision() throws IOException {
        List<String> missing = REGISTRY.eventNames().stream()
                .filter(name -> samples.names().noneMatch(name::equals))
                .toList();
        if (Boolean.getBoolean("samples.write")) {
            for (String name : missing) {
                draft(name);
            }
        }
        assertThat(missing)
                .as("events without src/test/resources/events/<name>@<revision>.json; "
                        + "-Dsamples.write=true drafts them, look at each before you commit it")
                .isEmpty();
    }

    private static void draft(String name) throws IOException {
        String[] parts = name.split("@");
        Class<?> type = SERIALIZER.classForType(new SimpleSerializedType(parts[0], parts[1]));
        byte[] json = SERIALIZER.serialize(SampleRecords.of(type), byte[].class).getData();
        Files.write(Path.of("src/test/resources/events", name + ".json"), json);
    }

    @TestFactory
    Stream<DynamicTest> everySampleReadsAsTodaysEvent() {
        return samples.names()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Object event = read(name);
                    SerializedObject<byte[]> today = SERIALIZER.serialize(event, byte[].class);
                    String todaysName =
                            today.getType().getName() + "@" + today.getType().getRevision();
                    assertThat(todaysName).startsWith(name.replaceFirst("@.*", "@"));
                    if (todaysName.equals(name)) {
                        // Nothing of the newest shape is lost or renamed on the way through the class.
                        assertThat(JSON.readTree(today.getData())).isEqualTo(JSON.readTree(samples.read(name)));
                    }
                }));
    }

    private Object read(String name) {
        String[] parts = name.split("@");
        EventData<byte[]> stored = new GenericDomainEventEntry<>(
                "Sample",
                "sample:1",
                0,
                "sample",
                Instant.EPOCH,
                parts[0],
                parts[1],
                samples.read(name),
                "{}".getBytes(StandardCharsets.UTF_8));
        Stream<IntermediateEventRepresentation> upcast =
                UPCASTERS.upcast(Stream.of(new InitialEventRepresentation(stored, SERIALIZER)));
        return SERIALIZER.deserialize(upcast.findFirst().orElseThrow().getData());
    }

    private static List<EventUpcaster> upcasters() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(EventUpcaster.class));
        return scanner.findCandidateComponents("dev.kiwi.command").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(type -> (EventUpcaster) BeanUtils.instantiateClass(type))
                .toList();
    }

    private static final class PlainCipher implements PersonalDataCipher {
        private static final String PREFIX = "plain:";

        @Override
        public String encrypt(byte[] plain, Place place) {
            return PREFIX + new String(plain, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] decrypt(String text, Place place) {
            assertThat(text).startsWith(PREFIX);
            return text.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        }
    }
}
