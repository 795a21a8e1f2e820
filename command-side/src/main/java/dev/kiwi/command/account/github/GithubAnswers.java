package dev.kiwi.command.account.github;

import dev.kiwi.api.account.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What GitHub says of a person, and what of it counts. */
final class GithubAnswers {
    private static final int LONGEST_NAME = 80;

    private GithubAnswers() {}

    /**
     * Empty without a number or a verified address. The profile's public address is never looked at: nobody has
     * verified it.
     */
    static Optional<GithubUser> user(JsonNode user, JsonNode emails) {
        JsonNode id = user.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
            return Optional.empty();
        }
        return email(emails).map(email -> new GithubUser(Long.toString(id.longValue()), email, name(user)));
    }

    /** The primary one if it is verified, else the first that is. */
    private static Optional<EmailAddress> email(JsonNode emails) {
        if (!emails.isArray()) {
            return Optional.empty();
        }
        List<JsonNode> verified = emails.valueStream()
                .filter(entry -> isTrue(entry.path("verified")))
                .toList();
        Stream<JsonNode> primary = verified.stream().filter(entry -> isTrue(entry.path("primary")));
        return Stream.concat(primary, verified.stream())
                .flatMap(entry -> EmailAddress.parse(entry.path("email").asString("")).stream())
                .findFirst();
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    private static @Nullable String name(JsonNode user) {
        return Stream.of("name", "login")
                .map(field -> shown(user.path(field).asString("")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** What an account can be called: text that every store keeps, of at most eighty characters. */
    private static String shown(String text) {
        String name = text.strip();
        if (name.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return "";
        }
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        // Not through the middle of a character.
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end).strip();
    }
}
