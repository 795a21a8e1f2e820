package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Trovesaurus says of this week's chaos chest (rotations.md 3.1). */
public final class ChaosChest {
    private static final int LONGEST_LINE = 300;

    private final UpstreamService service;

    public ChaosChest(UpstreamService service) {
        this.service = service;
    }

    /**
     * @param identifier with slashes
     * @param blueprint in lower case
     * @param start unix seconds, as the end
     */
    public record Item(
            String name,
            @Nullable String identifier,
            @Nullable String blueprint,
            @Nullable Long start,
            @Nullable Long end) {}

    /** Empty when it names nothing, and what is known stays. Blocks. */
    public Optional<Item> fetch() throws UpstreamFailure {
        return item(FeedJson.read(service.send(
                        UpstreamRequest.get(service.below("/api/chaos-chest")).with("Accept", "application/json"))
                .text()));
    }

    /** An object, one inside of {@code data}, or the first of a list. */
    static Optional<Item> item(JsonNode answer) {
        JsonNode data = answer.has("data") ? answer.path("data") : answer;
        JsonNode item = data.isArray() ? data.path(0) : data;
        String name = UpstreamText.member(item, "name", LONGEST_LINE);
        if (name == null) {
            return Optional.empty();
        }
        String identifier = UpstreamText.member(item, "identifier", LONGEST_LINE);
        String blueprint = UpstreamText.member(item, "blueprint", LONGEST_LINE);
        return Optional.of(new Item(
                name,
                identifier == null ? null : identifier.replace('\\', '/'),
                blueprint == null ? null : blueprint.toLowerCase(Locale.ROOT),
                seconds(item, "start"),
                seconds(item, "end")));
    }

    private static @Nullable Long seconds(JsonNode item, String name) {
        String text = UpstreamText.member(item, name, LONGEST_LINE);
        return text != null && text.matches("[0-9]{1,12}") ? Long.valueOf(text) : null;
    }
}
