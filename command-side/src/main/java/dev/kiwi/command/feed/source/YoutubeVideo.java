package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Video;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A video as the search found it and as its details tell more. @param details missing when there are none */
record YoutubeVideo(String id, JsonNode found, JsonNode details) {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final Pattern DURATION = Pattern.compile("PT(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?");
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    String title() {
        return snippet("title", LONGEST_LINE);
    }

    String channel() {
        return snippet("channelTitle", LONGEST_LINE);
    }

    String categoryId() {
        return snippet("categoryId", LONGEST_LINE);
    }

    boolean isLive() {
        String kind = snippet("liveBroadcastContent", LONGEST_LINE);
        return kind.equals("live") || kind.equals("upcoming");
    }

    /** What words are looked for in, in lower case. */
    String blob() {
        Stream<String> tags = details.path("snippet").path("tags").valueStream().map(tag -> tag.stringValue(""));
        return Stream.concat(Stream.of(title(), snippet("description", LONGEST_DESCRIPTION)), tags)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /** How long it is; null when that is not said in a way that is known. */
    @Nullable
    Long seconds() {
        Matcher duration =
                DURATION.matcher(details.path("contentDetails").path("duration").stringValue(""));
        if (!duration.matches()) {
            return null;
        }
        return number(duration.group(1)) * HOUR + number(duration.group(2)) * MINUTE + number(duration.group(3));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Nullable
    Instant publishedAt() {
        Instant searched = IsoTime.of(found.path("snippet").path("publishedAt").stringValue(""));
        return searched != null
                ? searched
                : IsoTime.of(details.path("snippet").path("publishedAt").stringValue(""));
    }

    Video video() {
        String thumbnail = thumbnail(found);
        return new Video(
                title(),
                "https://www.youtube.com/watch?v=" + QueryText.encoded(id),
                channel(),
                id,
                IsoTime.seconds(publishedAt()),
                UpstreamText.address(thumbnail != null ? thumbnail : thumbnail(details)));
    }

    private static @Nullable String thumbnail(JsonNode video) {
        return UpstreamText.member(video.path("snippet").path("thumbnails").path("high"), "url", LONGEST_DESCRIPTION);
    }

    /** The details are whole texts, the search cuts them. */
    private String snippet(String name, int most) {
        String detailed = UpstreamText.member(details.path("snippet"), name, most);
        String text = detailed != null ? detailed : UpstreamText.member(found.path("snippet"), name, most);
        return Objects.requireNonNullElse(text, "");
    }
}
