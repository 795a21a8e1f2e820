package dev.kiwi.web.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Messages as text. */
final class Lines {
    private Lines() {}

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Of each message its id; of what has none, such as a comment, its first line. */
    static List<String> ids(List<byte[]> messages) {
        return messages.stream()
                .map(Lines::text)
                .map(text -> text.lines().findFirst().orElse("").replaceFirst("^id: ", ""))
                .toList();
    }

    static Message message(String type, String signature, long atMillis) {
        return Message.of(type, signature, "{\"type\":\"" + type + "\"}", Instant.ofEpochMilli(atMillis));
    }
}
