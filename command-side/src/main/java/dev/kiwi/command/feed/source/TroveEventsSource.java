package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.TroveEvent;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The community's calendar at Trovesaurus (feeds-events.md A6). */
public final class TroveEventsSource {
    private static final int LONGEST_LINE = 300;

    private TroveEventsSource() {}

    public static Source of(UpstreamService service) {
        return new DocumentSource(
                Feed.TROVE_EVENTS,
                service,
                known -> service.send(UpstreamRequest.get(service.below("/calendar/feed"))
                        .with("Accept", "application/json")
                        .unless(known)),
                answer -> items(FeedJson.read(answer.text())));
    }

    private static List<FeedItem> items(JsonNode answer) throws UpstreamFailure {
        if (!answer.isArray()) {
            throw UpstreamFailure.unusable("its answer is no list of events");
        }
        return answer.valueStream()
                .flatMap(entry -> Stream.ofNullable(event(entry)))
                .map(TroveEventsSource::item)
                .toList();
    }

    private static FeedItem item(TroveEvent event) {
        return new FeedItem(
                event.eventId(),
                Instant.ofEpochSecond(event.startsAt()),
                Instant.ofEpochSecond(event.endsAt()),
                event.category(),
                FeedJson.write(event));
    }

    /** Null for what has no id or no dates. */
    private static @Nullable TroveEvent event(JsonNode entry) {
        String id = UpstreamText.member(entry, "id", LONGEST_LINE);
        Long start = seconds(entry, "startdate");
        Long end = seconds(entry, "enddate");
        if (id == null || id.equals("0") || start == null || end == null) {
            return null;
        }
        return new TroveEvent(
                id,
                Objects.requireNonNullElse(UpstreamText.member(entry, "name", LONGEST_LINE), "Untitled"),
                UpstreamText.link(entry.path("url").stringValue("")),
                Objects.requireNonNullElse(UpstreamText.member(entry, "category", LONGEST_LINE), "Event"),
                UpstreamText.member(entry, "image", LONGEST_LINE),
                UpstreamText.member(entry, "icon", LONGEST_LINE),
                UpstreamText.member(entry, "lookup", LONGEST_LINE),
                start,
                end);
    }

    /** Null for what is no moment of the calendar, as a whole number of seconds. */
    private static @Nullable Long seconds(JsonNode entry, String name) {
        String text = UpstreamText.member(entry, name, LONGEST_LINE);
        if (text == null || !text.matches("[0-9]{1,12}")) {
            return null;
        }
        return IsoTime.seconds(IsoTime.storable(Instant.ofEpochSecond(Long.parseLong(text))));
    }
}
