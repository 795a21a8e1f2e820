package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Video;
import dev.kiwi.command.upstream.UpstreamFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the videos off a page of search results. */
final class BilibiliPage {
    private static final String VIDEO = "//www.bilibili.com/video/";
    private static final int LONGEST_LINE = 300;

    private BilibiliPage() {}

    /**
     * In the order of the page.
     *
     * @throws UpstreamFailure for a page without a single card that can be read: a riddle for robots, or another layout
     */
    static List<Video> videos(String html, Instant now) throws UpstreamFailure {
        Elements cards = Jsoup.parse(html).select(".bili-video-card");
        if (cards.isEmpty()) {
            throw UpstreamFailure.unusable("its page shows no videos");
        }
        List<Video> videos = new ArrayList<>();
        for (Element card : cards) {
            Video video = video(card, now);
            if (video != null) {
                videos.add(video);
            }
        }
        if (videos.isEmpty()) {
            throw UpstreamFailure.unusable("its cards show no videos");
        }
        return videos;
    }

    private static @Nullable Video video(Element card, Instant now) {
        Element link = card.selectFirst("a[href]");
        String href = link == null ? "" : link.attr("href");
        String id = href.startsWith(VIDEO) ? id(href.substring(VIDEO.length())) : null;
        if (id == null) {
            return null;
        }
        Element heading = card.selectFirst("h3.bili-video-card__info--tit");
        String date =
                text(card, ".bili-video-card__info--date").replace("·", "").strip();
        return new Video(
                Objects.requireNonNullElse(
                        UpstreamText.line(heading == null ? null : heading.attr("title"), LONGEST_LINE), ""),
                "https://www.bilibili.com/video/" + QueryText.encoded(id),
                text(card, ".bili-video-card__info--author"),
                id,
                BilibiliDate.read(date, now).getEpochSecond(),
                picture(card));
    }

    /** Without what follows in the address for counting. */
    private static @Nullable String id(String rest) {
        return UpstreamText.line(rest.replaceFirst("[?#].*", "").replaceAll("^/+|/+$", ""), LONGEST_LINE);
    }

    private static String text(Element card, String selector) {
        Element element = card.selectFirst(selector);
        return Objects.requireNonNullElse(UpstreamText.line(element == null ? null : element.text(), LONGEST_LINE), "");
    }

    private static @Nullable String picture(Element card) {
        Element source = card.selectFirst("picture source");
        String address = source == null ? "" : source.attr("srcset").strip().replaceFirst("@.*", "");
        return UpstreamText.address(address.startsWith("//") ? "https:" + address : address);
    }
}
