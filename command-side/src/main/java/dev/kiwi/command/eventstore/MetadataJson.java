package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Metadata as JSON, with the client's address encrypted. An address of nobody known is encrypted for the subject
 * {@code visitor:<UTC date>}, so that a day's addresses can be erased together.
 */
final class MetadataJson {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    MetadataJson(JsonMapper mapper, PersonalDataCipher cipher, Clock clock) {
        this.mapper = mapper;
        this.cipher = cipher;
        this.clock = clock;
    }

    byte[] write(MetaData data) {
        Map<String, Object> values = new TreeMap<>(data);
        Object ip = values.remove(MetadataKeys.IP);
        if (ip != null) {
            Object subject = values.computeIfAbsent(
                    MetadataKeys.SUBJECT, key -> "visitor:" + LocalDate.now(clock.withZone(ZoneOffset.UTC)));
            String encrypted = cipher.encrypt(ip.toString().getBytes(StandardCharsets.UTF_8), place(subject));
            if (encrypted != null) {
                values.put(MetadataKeys.IP, encrypted);
            }
        }
        return mapper.writeValueAsBytes(values);
    }

    MetaData read(byte[] json) {
        Map<String, Object> values = mapper.readValue(json, VALUES);
        Object ip = values.remove(MetadataKeys.IP);
        Object subject = values.get(MetadataKeys.SUBJECT);
        if (ip != null && subject != null) {
            byte[] plain = cipher.decrypt(ip.toString(), place(subject));
            if (plain != null) {
                values.put(MetadataKeys.IP, new String(plain, StandardCharsets.UTF_8));
            }
        }
        return MetaData.from(values);
    }

    private static Place place(Object subject) {
        return new Place("metadata", MetadataKeys.IP, subject.toString());
    }
}
