package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.NewsItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** An article while its fields come in; of a field that comes twice the first counts. */
final class NewsDraft {
    static final Set<String> FIELDS = Set.of("link", "title", "description", "category", "pubDate");
    private static final int LONGEST_LINE = 500;
    private static final int MOST_CATEGORIES = 30;
    /** Of a description, before it is made a summary. */
    private static final int LONGEST_DESCRIPTION = 100_000;

    private static final int SUMMARY = 220;

    private final Map<String, String> fields = new HashMap<>();
    private final List<String> categories = new ArrayList<>();

    void set(String field, String text) {
        if (!field.equals("category")) {
            fields.putIfAbsent(field, text);
            return;
        }
        String category = decoded(text);
        if (category != null && categories.size() < MOST_CATEGORIES) {
            categories.add(category);
        }
    }

    /** @param element {@code content} or {@code thumbnail} of Media RSS */
    void media(String element, @Nullable String url) {
        String address = UpstreamText.address(url);
        if (address != null) {
            fields.putIfAbsent("media:" + element, address);
        }
    }

    /** Empty without a link. */
    Optional<NewsItem> item() {
        String link = UpstreamText.address(fields.get("link"));
        if (link == null) {
            return Optional.empty();
        }
        String content = fields.get("media:content");
        Instant published = Rfc822Date.read(fields.getOrDefault("pubDate", ""));
        return Optional.of(new NewsItem(
                Objects.requireNonNullElse(decoded(fields.get("title")), ""),
                link,
                Objects.requireNonNullElse(UpstreamText.line(fields.get("creator"), LONGEST_LINE), "Team Trove"),
                summary(UpstreamText.text(fields.get("description"), LONGEST_DESCRIPTION)),
                categories.isEmpty() ? "News" : categories.getFirst(),
                List.copyOf(categories),
                content != null ? content : fields.get("media:thumbnail"),
                IsoTime.seconds(published)));
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : UpstreamText.line(Parser.unescapeEntities(text, false), LONGEST_LINE);
    }

    /** Entities may be escaped twice: as XML, and in the HTML that it holds. */
    static String summary(String description) {
        String html = Parser.unescapeEntities(description, false);
        // A "<" ends the tag before it, so that a run of them is not looked through again and again.
        String text = Parser.unescapeEntities(html.replaceAll("<[^<>]*>", " "), false);
        String line = Objects.requireNonNullElse(UpstreamText.line(text, LONGEST_DESCRIPTION), "");
        if (line.length() <= SUMMARY) {
            return line;
        }
        String cut = line.substring(0, SUMMARY);
        int blank = cut.lastIndexOf(' ');
        String whole = blank > 0 ? cut.substring(0, blank) : UpstreamText.text(cut, SUMMARY);
        return whole.strip() + "...";
    }
}
